import { renderTable } from '../../src/measuring/table.ts';
import { ArgumentError, runProgram } from '../../src/program.ts';

const description = {
  command: 'npm run fuzz',
  does: 'Feeds made-up texts and data to every place where some come in, and prints the input at each that held the event loop longest.',
  options: {
    runs: {
      type: 'string',
      default: '1000000',
      value: 'NUMBER',
      says: 'How many inputs in all; each place gets as many as the others.',
    },
    seed: { type: 'string', default: '1', value: 'NUMBER', says: 'Another one makes up others.' },
    only: { type: 'string', value: 'WORDS', says: 'Only places with these words in their name.' },
  },
  examples: ['npm run fuzz', 'npm run fuzz -- --runs 10000 --only Slack'],
  exitCodes: { 0: 'Every input was read.', 1: 'One was not; it is shown, as small as it gets.' },
} as const;

/** Of an input, in UTF-16 units. */
const mostShown = 60;

await runProgram(description, async ({ values: { runs, seed, only = '' } }) => {
  // Only now: whoever asks for help need not wait for the platforms' libraries.
  const all = await import('./targets.ts');
  const targets = all.targets.filter(({ name }) => name.includes(only));
  if (targets.length === 0) throw new ArgumentError(`--only ${only} is in no name of a place.`);
  const share = Math.ceil(numberOf('runs', runs) / targets.length);
  const rows: string[][] = [];
  let exitCode = 0;
  for (const { name, fuzz } of targets) {
    const { failure, worst } = await fuzz({ runs: share, seed: numberOf('seed', seed) });
    if (failure !== undefined) {
      console.error(`${name}: ${failure}\n`);
      exitCode = 1;
    }
    rows.push([name, String(share), worst.ms.toFixed(1), worst.input.slice(0, mostShown)]);
  }
  console.log(renderTable([['', 'inputs', 'longest turn, ms of CPU', 'its beginning'], ...rows]));
  // The bot keeps timers that would hold the program up.
  process.exit(exitCode);
});

function numberOf(flag: string, value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number > 0) return number;
  throw new ArgumentError(`--${flag} ${value} is no number from 1.`);
}
