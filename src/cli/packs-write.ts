import { loadConfig } from '../config.ts';
import { dayOf } from '../core/claims/calendar.ts';
import { type ClashingText, clashingTexts } from '../core/claims/clashing-texts.ts';
import { MistakesError } from '../core/claims/mistakes-error.ts';
import type { Pack } from '../core/claims/pack.ts';
import { createLogger } from '../logger.ts';
import { print } from '../print.ts';
import { runProgram } from '../program.ts';
import { readPacksOnce } from '../read-packs-once.ts';
import {
  type DecidedElsewhere,
  decidedElsewhere,
  writeDecisions,
} from '../storage/packs/write-decisions.ts';
import { createState } from '../storage/state/state.ts';
import { systemClock } from '../system-clock.ts';

const description = {
  command: 'npm run packs:write',
  does: 'Writes what operators decided in chats (fact-admin verify, draft and report) from STATE_URL into the files of the packs in DATA_DIR, for a review. Other lines and comments stay as they are.',
  options: {},
  examples: ['npm run packs:write && git diff'],
  exitCodes: {
    0: 'The files hold all that was decided; what has no file of ours was named.',
    1: 'A text was left out because a claim has it already, the packs hold mistakes, or the state can’t be read.',
  },
} as const;

async function main(): Promise<void> {
  const config = loadConfig();
  const packs = await read(config.dataDir);
  const state = await createState(config.stateUrl, createLogger(config), { clock: systemClock });
  const decisions = await state.decisions.all();
  await state.close();
  const written = await writeDecisions(config.dataDir, packs, decisions);
  for (const path of written) print(`Wrote ${path}`);
  const clashing = clashingTexts(packs, decisions);
  for (const clash of clashing) print(clashToLine(clash));
  const elsewhere = decidedElsewhere(packs, decisions);
  for (const left of elsewhere) print(elsewhereToLine(left));
  if (written.length > 0) print('Look at them, then commit and reload.');
  else if (clashing.length === 0 && elsewhere.length === 0)
    print('The files hold all that was decided.');
  if (written.length > 0) await read(config.dataDir);
  if (clashing.length > 0) process.exitCode = 1;
}

function clashToLine({ decision, heldBy }: ClashingText): string {
  const { kind, text, ref } = decision;
  const what = kind === 'wording' ? `wording “${text}”` : `near miss “${text}”`;
  const why =
    heldBy === ref
      ? `the claim has it as ${kind === 'wording' ? 'a near miss' : 'its own words'}`
      : `${heldBy} answers to it`;
  return `Left out of ${ref} the ${what}: ${why}. Remove it there, and write again.`;
}

function elsewhereToLine({ pack, file, claims }: DecidedElsewhere): string {
  const about = claims === 1 ? '1 claim' : `${claims} claims`;
  return `Not written: what was decided about ${about} of ${pack}, whose claims come from ${file}. It goes on holding over them; to have it there, change ${file} yourself.`;
}

/** @throws {MistakesError} */
async function read(dir: string): Promise<readonly Pack[]> {
  const reading = await readPacksOnce(dir, dayOf(systemClock()));
  if (!reading.ok) throw new MistakesError('The packs hold mistakes:', reading.mistakes);
  return reading.packs;
}

await runProgram(description, main);
