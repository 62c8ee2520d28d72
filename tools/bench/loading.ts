import { appendFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { stringify } from 'yaml';
import { type ClaimSet, createClaimSet } from '../../src/core/claims/claim-set.ts';
import { createPackLoader, type LoadPacks } from '../../src/loading/create-pack-loader.ts';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import type { Statement } from '../../src/matching/matcher.ts';
import { measureLongestTurn } from '../../src/measuring/longest-turn.ts';
import { makeClaims } from '../../src/measuring/synthetic-claims.ts';
import { renderTable } from '../../src/measuring/table.ts';

const today = '2026-11-29';
/** Whatever else the machine does. */
const withinMs = 600_000;

/** Claims in files of their own, and an archive in one. */
const packs = [
  { count: 1000, write: writeFiles },
  { count: 5000, write: writeFiles },
  { count: 20_000, write: writeFiles },
  { count: 100_000, write: writeArchive },
] as const;

/**
 * Prints how long packs of invented claims take to be read: for the first time, as reloads of a bot that goes on, of the same and after
 * one claim has changed, and as a start from the snapshot; and for how long the thread that answers is held up meanwhile.
 */
export async function benchLoading(): Promise<void> {
  const rows: string[][] = [];
  for (const { count, write } of packs) {
    const dir = await mkdtemp(join(tmpdir(), 'factbot-bench-'));
    const folder = join(dir, 'packs');
    const snapshot = join(dir, 'claims.snapshot');
    const newLoader = () => createPackLoader(snapshot, { withinMs, spareAfterMs: 0 });
    const note = async (what: string, load: LoadPacks, inUse?: ClaimSet): Promise<ClaimSet> => {
      const { result, ...figures } = await measure(() => loadSet(load, folder, inUse));
      const { seconds, longestTurnMs, longestPauseMs } = figures;
      const cells = [seconds.toFixed(2), longestTurnMs.toFixed(0), longestPauseMs.toFixed(0)];
      rows.push([`${count}, ${what}`, ...cells]);
      // The thread for the next one is made.
      await setTimeout(untilSpareMs);
      return result;
    };
    try {
      const changes = await write(folder, count);
      const load = newLoader();
      let set = await note('read', load);
      set = await note('same again', load, set);
      for (const [what, change] of Object.entries(changes)) {
        await change();
        const { ino } = await stat(snapshot);
        set = await note(what, load, set);
        await untilReplaced(snapshot, ino);
      }
      await note('from snapshot', newLoader());
    } finally {
      await rm(dir, { recursive: true });
    }
  }
  console.log(`\n${renderTable([['claims', 's', 'turn ms', 'pause ms'], ...rows])}`);
  console.log(
    'A turn is the longest of the thread that answers, in CPU time; a pause what others waited for it by the clock.',
  );
}

/** A spare thread loads its module in less. */
const untilSpareMs = 1500;

/** What has changed is kept a little after it is answered from. */
async function untilReplaced(snapshot: string, ino: number): Promise<void> {
  for (let waited = 0; (await stat(snapshot)).ino === ino; waited += 1) {
    if (waited > 600) throw new Error('What changed was not kept within a minute.');
    await setTimeout(100);
  }
}

/** @param inUse the set that is answered from meanwhile */
async function loadSet(load: LoadPacks, dir: string, inUse?: ClaimSet): Promise<ClaimSet> {
  const reading = await load(dir, today, inUse ? [inUse.fingerprint] : [], {});
  if (!reading.ok) throw new Error('The invented pack holds mistakes.');
  if (!('held' in reading)) return createClaimSet(reading, createMatcher);
  if (!inUse) throw new Error('Nothing was held.');
  return inUse;
}

interface Measured<Result> {
  readonly result: Result;
  readonly seconds: number;
  readonly longestTurnMs: number;
  readonly longestPauseMs: number;
}

async function measure<Result>(run: () => Promise<Result>): Promise<Measured<Result>> {
  const started = performance.now();
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const { result, longestTurnMs } = await measureLongestTurn(run);
  const seconds = (performance.now() - started) / 1000;
  // What it has not seen the end of, it has not counted.
  await setTimeout(5);
  delays.disable();
  return { result, seconds, longestTurnMs, longestPauseMs: delays.max / 1e6 };
}

/** What changes one claim, in one way or another. */
type Changes = Readonly<Record<string, () => Promise<void>>>;

async function writeFiles(dir: string, count: number): Promise<Changes> {
  const folder = await writeAbout(dir, '');
  await mkdir(join(folder, 'claims'));
  const claims = makeClaims(count, 1);
  for (const { id, text, title } of claims) {
    await writeFile(join(folder, 'claims', `${id}.yaml`), stringify(claimFile(id, text, title)));
  }
  const fileOf = (place: number) => join(folder, 'claims', `${claims[place]?.id}.yaml`);
  const middle = Math.floor(count / 2);
  return {
    'a verdict changed': async () => {
      const text = await readFile(fileOf(0), 'utf8');
      await writeFile(fileOf(0), text.replace(/^verdict: .*/m, 'verdict: "true"'));
    },
    'words changed': async () => {
      const text = await readFile(fileOf(middle), 'utf8');
      await writeFile(fileOf(middle), text.replace(/^claim: \S+/m, 'claim: Nobodyelsesword'));
    },
  };
}

async function writeArchive(dir: string, count: number): Promise<Changes> {
  const folder = await writeAbout(dir, 'claims: claims.jsonl\n');
  const file = join(folder, 'claims.jsonl');
  const lines = makeClaims(count, 1).map((claim) => `${JSON.stringify(claimReview(claim))}\n`);
  await writeFile(file, lines.join(''));
  const more = claimReview({ id: 'more', text: 'One more came.', title: 'The Paper' });
  return { 'one more': () => appendFile(file, `${JSON.stringify(more)}\n`) };
}

async function writeAbout(dir: string, more: string): Promise<string> {
  const model = await readFile('data/misconceptions/pack.yaml', 'utf8');
  const folder = join(dir, 'invented');
  await mkdir(folder, { recursive: true });
  const about = model
    .replace('name: misconceptions', 'name: invented')
    .replace(/^examples:\n(?: .*\n)+/m, '')
    .replace('gistRequired: true\n', more);
  await writeFile(join(folder, 'pack.yaml'), about);
  return folder;
}

function claimReview({ id, text, title = '' }: Statement) {
  return {
    '@type': 'ClaimReview',
    url: `https://example.org/${id}`,
    claimReviewed: `${text}.`,
    name: title,
    datePublished: '2020-05-01',
    author: { '@type': 'Organization', name: 'The Paper' },
    reviewRating: { '@type': 'Rating', alternateName: 'False' },
  };
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
