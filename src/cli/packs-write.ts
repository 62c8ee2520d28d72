import { loadConfig } from '../config.ts';
import { dayOf } from '../core/claims/calendar.ts';
import { MistakesError } from '../core/claims/mistakes-error.ts';
import type { Pack } from '../core/claims/pack.ts';
import { createLogger } from '../logger.ts';
import { print } from '../print.ts';
import { runProgram } from '../program.ts';
import { readPacksOnce } from '../read-packs-once.ts';
import { writeDecisions } from '../storage/packs/write-decisions.ts';
import { createState } from '../storage/state/state.ts';
import { systemClock } from '../system-clock.ts';

const description = {
  command: 'npm run packs:write',
  does: 'Writes what operators decided in chats (fact-admin verify, fact-admin draft) from STATE_URL into the files of the packs in DATA_DIR, for a review. Other lines and comments stay as they are.',
  options: {},
  examples: ['npm run packs:write && git diff'],
  exitCodes: {
    0: 'The files hold all that was decided.',
    1: 'The packs hold mistakes, before or after, or the state can’t be read.',
  },
} as const;

async function main(): Promise<void> {
  const config = loadConfig();
  const packs = await read(config.dataDir);
  const state = await createState(config.stateUrl, createLogger(config), { clock: systemClock });
  const written = await writeDecisions(config.dataDir, packs, await state.decisions.all());
  await state.close();
  for (const path of written) print(`Wrote ${path}`);
  print(
    written.length === 0
      ? 'The files hold all that was decided.'
      : 'Look at them, then commit and reload.',
  );
  if (written.length > 0) await read(config.dataDir);
}

/** @throws {MistakesError} */
async function read(dir: string): Promise<readonly Pack[]> {
  const reading = await readPacksOnce(dir, dayOf(systemClock()));
  if (!reading.ok) throw new MistakesError('The packs hold mistakes:', reading.mistakes);
  return reading.packs;
}

await runProgram(description, main);
