import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { loadConfig } from '../config.ts';
import { dayOf } from '../core/claims/calendar.ts';
import { claimProblems } from '../core/claims/claim-problems.ts';
import { MistakesError } from '../core/claims/mistakes-error.ts';
import { print, printError } from '../print.ts';
import { runProgram } from '../program.ts';
import { readPacksOnce } from '../read-packs-once.ts';
import { claimFileToYaml } from '../storage/packs/write-claim-file.ts';
import { systemClock } from '../system-clock.ts';
import { type AskedClaim, askForClaim } from './ask-for-claim.ts';
import {
  type Asking,
  askInTerminal,
  InputEndedError,
  WrongAnswerError,
} from './ask-in-terminal.ts';

const description = {
  command: 'npm run new-claim',
  does: 'Asks for a new claim, checks each answer by the rules of the packs, shows the file and writes it. From a pipe it takes the answers in the same order, one a line: pack, claim, id, kind, claimant, verdict, gist, summary; of each source link, title, publisher, date, kind, stance, quote; an empty line; wordings, an empty line; near misses, an empty line; topics, who checked it, and how. An empty line takes what is proposed.',
  options: {},
  examples: ['npm run new-claim', 'npm run -s new-claim < answers.txt'],
  exitCodes: {
    0: 'The file was written.',
    1: 'Nothing was: an answer is missing or wrong, or the packs hold mistakes.',
  },
} as const;

async function main(): Promise<void> {
  const { dataDir } = loadConfig();
  const today = dayOf(systemClock());
  const reading = await readPacksOnce(dataDir, today, 'missing');
  if (!reading.ok) throw new MistakesError('The packs hold mistakes:', reading.mistakes);
  const packs = reading.packs.filter(({ file }) => file === undefined);
  const { stdin: input, stdout } = process;
  const output = input.isTTY && stdout.isTTY ? stdout : undefined;
  const asking = askInTerminal({ input, output, say: print });
  try {
    const asked = await askForClaim(asking.ask, { packs, today });
    const problems = claimProblems(asked.file, asked.pack, packs, today);
    if (problems.length > 0) throw new WrongAnswerError(problems.join('\n'));
    await show(asked, dataDir, asking);
  } catch (error) {
    if (!(error instanceof InputEndedError || error instanceof WrongAnswerError)) throw error;
    printError(
      `${error.message}\nNothing was written. What is asked for, in order: npm run new-claim -- --help`,
    );
    process.exitCode = 1;
  } finally {
    asking.close();
  }
}

async function show({ pack, file }: AskedClaim, dataDir: string, asking: Asking): Promise<void> {
  const path = join(dataDir, pack.name, 'claims', `${file.id}.yaml`);
  const text = claimFileToYaml(file);
  print(`\n${text}`);
  if (asking.isInteractive && !(await isWanted(asking, path))) return print('Nothing was written.');
  await mkdir(dirname(path), { recursive: true });
  // Never over another file, be it a broken one.
  await writeFile(path, text, { flag: 'wx' });
  print(`Wrote ${path}. Hear it: npm run fact -- ${pack.name}/${file.id}`);
}

async function isWanted({ ask }: Asking, path: string): Promise<boolean> {
  const answer = await ask({
    name: 'an answer',
    text: `Write this to ${path}? yes or no`,
    check: (value) => (/^(?:y|yes|n|no)$/i.test(value) ? [] : ['Say yes or no.']),
  });
  return /^y/i.test(answer);
}

await runProgram(description, main);
