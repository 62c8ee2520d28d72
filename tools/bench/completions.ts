import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suggestClaims } from '../../src/core/bot/suggest.ts';
import { type ClaimSet, createClaimSet } from '../../src/core/claims/claim-set.ts';
import { textsFor } from '../../src/core/texts/texts.ts';
import { loadPacksApart } from '../../src/loading/load-packs-apart.ts';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import { createRandom } from '../../src/measuring/random.ts';
import { makeClaims } from '../../src/measuring/synthetic-claims.ts';
import { renderTable } from '../../src/measuring/table.ts';
import { writeArchive } from './invented-reviews.ts';

const sizes = [10_000, 100_000, 300_000];
const today = '2026-11-30';
const lookups = 1000;
/** As on Discord. */
const limits = { count: 25, labelLength: 100, valueLength: 100 };

/** Prints how long a suggestion takes while somebody types, letter by letter. The aim is 20 ms at p99 among 300,000 claims. */
export async function benchCompletions(): Promise<void> {
  const rows: string[][] = [];
  for (const size of sizes) {
    const dir = await mkdtemp(join(tmpdir(), 'factbot-bench-'));
    try {
      const claims = makeClaims(size, 1);
      await mkdir(join(dir, 'invented'));
      await writeArchive(claims, join(dir, 'invented'));
      const reading = await loadPacksApart(dir, today, []);
      if (!reading.ok) throw new Error(reading.mistakes[0]?.message);
      if ('held' in reading) throw new Error('Nothing was held.');
      const typed = typedTexts(claims.map(({ text }) => text));
      const times = timeSuggestions(createClaimSet(reading, createMatcher), typed);
      const at = (share: number) => (times[Math.ceil(times.length * share) - 1] ?? 0).toFixed(1);
      rows.push([String(size), at(0.5), at(0.99), at(1)]);
    } finally {
      await rm(dir, { recursive: true });
    }
  }
  const head = ['completions among', 'median ms', 'p99 ms', 'slowest ms'];
  console.log(`\n${renderTable([head, ...rows])}`);
}

/** Beginnings of claims, cut anywhere, as they stand in the field while somebody types. */
function typedTexts(texts: readonly string[]): readonly string[] {
  const random = createRandom(3);
  return Array.from({ length: lookups }, () => {
    const text = texts[Math.floor(random() * texts.length)] ?? '';
    return text.slice(0, 1 + Math.floor(random() * 60));
  });
}

/** In milliseconds of CPU, ascending. */
function timeSuggestions(claims: ClaimSet, texts: readonly string[]): readonly number[] {
  const t = textsFor('en');
  const suggest = (typed: string) =>
    suggestClaims({ claims, typed, popular: [], today }, limits, t);
  for (const typed of texts.slice(0, 100)) suggest(typed);
  return texts
    .map((typed) => {
      const before = process.threadCpuUsage();
      suggest(typed);
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1000;
    })
    .toSorted((one, other) => one - other);
}
