import { createInterface } from 'node:readline';
import { answerLine, describeLine } from '../measuring/ask.ts';
import { readClaims } from '../measuring/data-set.ts';
import { warmUp } from '../measuring/warm-up.ts';
import { printJsonLine, printPatiently } from '../print.ts';
import { ArgumentError, runProgram } from '../program.ts';
import { statementsOfPacks } from './statements-of-packs.ts';

const description = {
  command: 'npm run match',
  does: 'Reads lines and matches each against the claims: plain text gives a table, JSON ({"id","text","k","exclude"}) gives JSON.',
  options: {
    claims: {
      type: 'string',
      value: 'FILE',
      says: 'JSON lines with id and text, to match against. Without it: the packs.',
    },
    strictness: {
      type: 'string',
      default: 'balanced',
      value: 'LEVEL',
      says: 'strict, balanced or lenient: how sure an answer must be.',
    },
    json: { type: 'boolean', default: false, says: 'JSON, whatever the lines are.' },
    table: { type: 'boolean', default: false, says: 'A table, whatever the lines are.' },
  },
  examples: [
    'npm run -s match < questions.txt',
    'npm run -s match -- --claims claims.jsonl --json < questions.jsonl',
  ],
  exitCodes: {
    0: 'Every line was answered; one that is no JSON with an error in its place.',
    1: 'The claims can’t be read, or hold mistakes.',
  },
} as const;

interface Flags {
  readonly claims?: string | undefined;
  readonly strictness: string;
  readonly json: boolean;
  readonly table: boolean;
}

/**
 * Matches what it reads against a claims file or the packs. A program that reads our output is told first, in JSON,
 * that the claims are ready, before it has sent anything.
 */
async function main({ claims, strictness, json, table }: Flags): Promise<void> {
  if (!isStrictness(strictness)) {
    throw new ArgumentError(
      `--strictness ${strictness} is no level: use strict, balanced or lenient.`,
    );
  }
  const { createMatcher } = await import('../matching/create-matcher.ts');
  const statements = claims === undefined ? await statementsOfPacks() : readClaims(claims);

  const started = performance.now();
  const matcher = createMatcher(statements);
  const buildSeconds = (performance.now() - started) / 1000;
  if (json || !(table || process.stdout.isTTY)) {
    const rssMB = process.memoryUsage.rss() / 1e6;
    // Who times the lookups from outside wants them as they are in a bot that has run for a while.
    warmUp(
      matcher.match,
      statements.slice(0, 1000).map(({ text }) => text),
    );
    await printJsonLine(
      JSON.stringify({ ready: true, buildSeconds, rssMB, claims: statements.length }),
    );
  }

  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const answer = (line: string, number: number): Promise<void> => {
    const wantsJson = json || (!table && line.startsWith('{'));
    if (!wantsJson) return printPatiently(describeLine(line, matcher, byId, strictness));
    if (isJson(line)) return printJsonLine(answerLine(line, matcher, strictness));
    const error = `Line ${number} of the input is no JSON.`;
    return printJsonLine(JSON.stringify({ id: null, error }));
  };
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1;
    if (line.trim() !== '') await answer(line, number);
  }
}

function isStrictness(value: string): value is 'strict' | 'balanced' | 'lenient' {
  return ['strict', 'balanced', 'lenient'].includes(value);
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

await runProgram(description, ({ values }) => main(values));
