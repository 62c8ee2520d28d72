import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { createClaimSet } from '../../src/core/claims/claim-set.ts';
import { loadPacksApart } from '../../src/loading/load-packs-apart.ts';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import type { Statement } from '../../src/matching/matcher.ts';
import { measureLongestTurn } from '../../src/measuring/longest-turn.ts';
import { makeClaims } from '../../src/measuring/synthetic-claims.ts';
import { renderTable } from '../../src/measuring/table.ts';

const sizes = [1000, 5000, 20_000];
const today = '2026-11-29';

/**
 * Prints how long packs of invented claims take to be read: for the first time, as a reload of the same, as a reload after one claim has
 * changed, and as a start from the snapshot; and for how long the thread that answers is held up meanwhile.
 */
export async function benchLoading(): Promise<void> {
  const rows: string[][] = [];
  for (const size of sizes) {
    const dir = await mkdtemp(join(tmpdir(), 'factbot-bench-'));
    const packs = join(dir, 'packs');
    const snapshot = join(dir, 'claims.snapshot');
    try {
      const claims = await writePack(packs, size);
      const first = await measure(() => load(packs, [], snapshot));
      const same = await measure(() => load(packs, [first.result], snapshot));
      await appendFile(join(packs, 'invented/claims', `${claims[0]?.id}.yaml`), '# Seen again.\n');
      const changed = await measure(() => load(packs, [first.result], snapshot));
      const start = await measure(() => load(packs, [], snapshot));
      rows.push([String(size), ...[first, same, changed, start].flatMap(figures)]);
    } finally {
      await rm(dir, { recursive: true });
    }
  }
  const kinds = ['read s', 'same again s', 'one changed s', 'from snapshot s'];
  const head = ['claims', ...kinds.flatMap((kind) => [kind, 'turn ms'])];
  console.log(`\n${renderTable([head, ...rows])}`);
  console.log('A turn is the longest of the thread that answers, in CPU time.');
}

function figures({ seconds, longestTurnMs }: Measured<unknown>): readonly string[] {
  return [seconds.toFixed(1), longestTurnMs.toFixed(0)];
}

/** Gives the fingerprint. */
async function load(dir: string, held: readonly string[], snapshot: string): Promise<string> {
  const reading = await loadPacksApart(dir, today, held, { snapshot });
  if (!reading.ok) throw new Error('The invented pack holds mistakes.');
  return 'held' in reading ? reading.held : createClaimSet(reading, createMatcher).fingerprint;
}

interface Measured<Result> {
  readonly result: Result;
  readonly seconds: number;
  readonly longestTurnMs: number;
}

async function measure<Result>(run: () => Promise<Result>): Promise<Measured<Result>> {
  const started = performance.now();
  const { result, longestTurnMs } = await measureLongestTurn(run);
  return { result, seconds: (performance.now() - started) / 1000, longestTurnMs };
}

async function writePack(dir: string, size: number): Promise<readonly Statement[]> {
  const model = await readFile('data/misconceptions/pack.yaml', 'utf8');
  const folder = join(dir, 'invented');
  await mkdir(join(folder, 'claims'), { recursive: true });
  const about = model.replace('name: misconceptions', 'name: invented');
  await writeFile(join(folder, 'pack.yaml'), about.replace(/^examples:\n(?: .*\n)+/m, ''));
  const claims = makeClaims(size, 1);
  for (const { id, text, title } of claims) {
    await writeFile(join(folder, 'claims', `${id}.yaml`), stringify(claimFile(id, text, title)));
  }
  return claims;
}

function claimFile(id: string, text: string, title = '') {
  return {
    id,
    claim: `${text}.`,
    kind: 'fact',
    claimant: null,
    occasion: null,
    verdict: 'false',
    gist: `${title} says that it is not so.`,
    summary: `${title} looked at it. It is not so, say those who know.`,
    context: null,
    sources: [
      {
        title,
        publisher: 'The Paper',
        url: `https://example.org/${id}`,
        published: '2020-05-01',
        kind: 'primary',
        quote: null,
        stance: 'refutes',
        read: true,
      },
    ],
    wordings: [],
    nearMisses: [],
    topics: ['invented'],
    asOf: '2026-01-01',
    verification: {
      status: 'verified',
      by: ['The Desk'],
      on: '2026-01-01',
      how: 'Read the paper.',
      recheckDueOn: '2031-01-01',
    },
    history: [{ on: '2026-01-01', by: 'The Desk', change: 'Added.' }],
  };
}
