import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { createClaimSet } from '../../src/core/claims/claim-set.ts';
import { loadPacksApart } from '../../src/loading/load-packs-apart.ts';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import { makeClaims } from '../../src/measuring/synthetic-claims.ts';
import { renderTable } from '../../src/measuring/table.ts';

const sizes = [1000, 5000, 20_000];
const today = '2026-11-29';

/** Prints how long packs of invented claims take to be read, and for how long the thread that answers is held up meanwhile. */
export async function benchLoading(): Promise<void> {
  const rows: string[][] = [];
  for (const size of sizes) {
    const dir = await mkdtemp(join(tmpdir(), 'factbot-bench-'));
    try {
      await writePack(dir, size);
      const first = await measure(() => load(dir, []));
      const again = await measure(() => load(dir, [first.result]));
      rows.push([
        String(size),
        first.seconds.toFixed(1),
        first.longestTurnMs.toFixed(0),
        again.seconds.toFixed(1),
        again.longestTurnMs.toFixed(0),
      ]);
    } finally {
      await rm(dir, { recursive: true });
    }
  }
  const head = ['claims', 'ready s', 'longest turn, ms of CPU', 'reload of the same s', 'turn'];
  console.log(`\n${renderTable([head, ...rows])}`);
}

/** Gives the fingerprint. */
async function load(dir: string, held: readonly string[]): Promise<string> {
  const reading = await loadPacksApart(dir, today, held);
  if (!reading.ok) throw new Error('The invented pack holds mistakes.');
  return 'held' in reading ? reading.held : createClaimSet(reading, createMatcher).fingerprint;
}

/** How much of the processor this thread takes at most before it looks at its timers again. */
async function measure<Result>(run: () => Promise<Result>) {
  let longestTurnMs = 0;
  let before = process.threadCpuUsage();
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    longestTurnMs = Math.max(longestTurnMs, (user + system) / 1000);
    before = process.threadCpuUsage();
  }, 1);
  const started = performance.now();
  const result = await run();
  const seconds = (performance.now() - started) / 1000;
  await new Promise((resolve) => setTimeout(resolve, 5));
  clearInterval(timer);
  return { result, seconds, longestTurnMs };
}

async function writePack(dir: string, size: number): Promise<void> {
  const model = await readFile('data/misconceptions/pack.yaml', 'utf8');
  const folder = join(dir, 'invented');
  await mkdir(join(folder, 'claims'), { recursive: true });
  const about = model.replace('name: misconceptions', 'name: invented');
  await writeFile(join(folder, 'pack.yaml'), about.replace(/^examples:\n(?: .*\n)+/m, ''));
  for (const { id, text, title } of makeClaims(size, 1)) {
    await writeFile(join(folder, 'claims', `${id}.yaml`), stringify(claimFile(id, text, title)));
  }
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
