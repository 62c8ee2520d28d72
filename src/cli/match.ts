import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { dayOf } from '../core/claims/calendar.ts';
import { mistakeToText } from '../core/claims/mistake.ts';
import { createMatcher } from '../matching/create-matcher.ts';
import type { Statement } from '../matching/matcher.ts';
import { answerLine, describeLine } from '../measuring/ask.ts';
import { readClaims } from '../measuring/data-set.ts';
import { warmUp } from '../measuring/warm-up.ts';
import { readPacks } from '../storage/packs/pack-reader.ts';
import { tellWhyNotStarted } from '../tell-why-not-started.ts';

const usage = `Usage: npm run match -- [--claims FILE] [--strictness strict|balanced|lenient] [--json|--table]
Reads lines: plain text gives a table, JSON ({"id","text","k","exclude"}) gives JSON.`;

/**
 * Matches what it reads against a claims file or the packs. A program that reads our output is told first, in JSON,
 * that the claims are ready, before it has sent anything.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      claims: { type: 'string' },
      strictness: { type: 'string', default: 'balanced' },
      json: { type: 'boolean', default: false },
      table: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { strictness } = values;
  if (values.help || !isStrictness(strictness)) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const statements =
    values.claims === undefined ? await statementsOfPacks() : readClaims(values.claims);
  if (!statements) return;

  const started = performance.now();
  const matcher = createMatcher(statements);
  const buildSeconds = (performance.now() - started) / 1000;
  if (values.json || !(values.table || process.stdout.isTTY)) {
    const rssMB = process.memoryUsage.rss() / 1e6;
    // Who times the lookups from outside wants them as they are in a bot that has run for a while.
    warmUp(
      matcher.match,
      statements.slice(0, 1000).map(({ text }) => text),
    );
    await write(JSON.stringify({ ready: true, buildSeconds, rssMB, claims: statements.length }));
  }

  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const answer = (line: string, number: number): string => {
    const wantsJson = values.json || (!values.table && line.startsWith('{'));
    if (!wantsJson) return describeLine(line, matcher, byId, strictness);
    if (isJson(line)) return answerLine(line, matcher, strictness);
    return JSON.stringify({ id: null, error: `Line ${number} of the input is no JSON.` });
  };
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1;
    if (line.trim() !== '') await write(answer(line, number));
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

/** Resolves once whoever reads has room for more. */
function write(line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${line}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

async function statementsOfPacks(): Promise<Statement[] | undefined> {
  const reading = await readPacks(loadConfig().dataDir, dayOf(new Date()));
  if (reading.ok) {
    return reading.packs.flatMap((pack) =>
      pack.claims.map(({ ref, claim, wordings, topics, claimant, sources }) => ({
        id: ref,
        text: claim,
        wordings,
        topics,
        urls: sources.flatMap(({ url }) => url ?? []),
        ...(claimant !== null && { claimant }),
      })),
    );
  }
  for (const mistake of reading.mistakes) console.error(mistakeToText(mistake));
  process.exitCode = 1;
  return undefined;
}

await main().catch(tellWhyNotStarted);
