import { readFileSync } from 'node:fs';
import { ArgumentError, runProgram } from '../../src/program.ts';
import { enterCopy } from './copy.ts';
import { drawMutants } from './draw-mutants.ts';
import type { Mutant, Outcome } from './mutant.ts';
import { namedMutants } from './named-mutants.ts';
import { openTestRun } from './test-run.ts';
import { testsOf } from './tests-of.ts';

/** The folders whose files mutants are drawn from. */
const drawnFrom = [
  'src/core/',
  'src/matching/text/',
  'src/matching/spelling/',
  'src/matching/index/',
  'src/matching/ranking/',
];

const description = {
  command: 'npm run mutate',
  does: 'Breaks the code in one place at a time and says which breaks no test notices: first those with a name, then some drawn from every file below the folders. It works on a copy.',
  operand: {
    name: 'FOLDER...',
    says: `Where to draw from, src/core/reply/ for instance. Without it: ${drawnFrom.join(' ')}`,
  },
  options: {
    named: { type: 'boolean', default: false, says: 'Only those with a name.' },
    drawn: { type: 'boolean', default: false, says: 'Only those that are drawn.' },
    'per-file': {
      type: 'string',
      default: '10',
      value: 'NUMBER',
      says: 'How many are drawn from a file at most.',
    },
    seed: { type: 'string', default: '1', value: 'NUMBER', says: 'Another one draws others.' },
  },
  examples: ['npm run mutate -- --named', 'npm run mutate -- --drawn --per-file 5 src/core/'],
  exitCodes: {
    0: 'Every mutant with a name was noticed.',
    1: 'One with a name was not noticed, or its text no longer stands in its file once.',
  },
} as const;

function toMutants(): readonly Mutant[] {
  return namedMutants.map(({ name, file, find, replace, tests = testsOf(file) }) => {
    const before = readFileSync(file, 'utf8');
    if (before.split(find).length !== 2) {
      throw new Error(
        `tools/mutate/named-mutants.ts: what “${name}” replaces does not stand in ${file} once: bring “find” up to date.`,
      );
    }
    return { name, file, source: before.replace(find, () => replace), tests };
  });
}

async function tryAll(mutants: readonly Mutant[]): Promise<readonly Outcome[]> {
  const run = openTestRun();
  const red = await run.findRed([...new Set(mutants.flatMap(({ tests }) => tests))]);
  for (const test of red) console.log(`left out, red before anything was changed: ${test}`);
  const outcomes: Outcome[] = [];
  for (const mutant of mutants) {
    const tests = mutant.tests.filter((test) => !red.has(test));
    const outcome = await run.try({ ...mutant, tests });
    outcomes.push(outcome);
    console.log(`${outcome.end.padEnd(9)}  ${mutant.file}  ${mutant.name}`);
  }
  await run.close();
  return outcomes;
}

function isNoticed({ end }: Outcome): boolean {
  return end !== 'survived';
}

/** The score of each folder. */
function scoreTable(outcomes: readonly Outcome[]): string {
  const byFolder = Map.groupBy(outcomes, ({ mutant }) => mutant.file.replace(/[^/]+$/, ''));
  return [...byFolder]
    .map(([folder, each]) => {
      const noticed = each.filter(isNoticed).length;
      const share = Math.round((100 * noticed) / each.length);
      return `${folder.padEnd(24)} ${noticed} of ${each.length} noticed, ${share} %`;
    })
    .join('\n');
}

function wholeNumber(name: string, written: string): number {
  const number = Number(written);
  if (!Number.isSafeInteger(number) || number < 0)
    throw new ArgumentError(`--${name} ${written} is no whole number.`);
  return number;
}

await runProgram(description, async ({ values, positionals }) => {
  const perFile = wholeNumber('per-file', values['per-file']);
  const seed = wholeNumber('seed', values.seed);
  const folders = positionals.length > 0 ? positionals : drawnFrom;
  const copy = enterCopy();
  const named = values.drawn ? [] : await tryAll(toMutants());
  const drawn = values.named ? [] : await tryAll(drawMutants(folders, perFile, seed));
  if (drawn.length > 0) console.log(`\n${scoreTable(drawn)}`);
  const unnoticed = named.filter((outcome) => !isNoticed(outcome));
  if (named.length > 0) {
    console.log(`\n${named.length - unnoticed.length} of ${named.length} with a name noticed`);
  }
  copy.leave();
  // Vitest keeps handles that would hold the program up.
  process.exit(unnoticed.length > 0 ? 1 : 0);
});
