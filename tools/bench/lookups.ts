import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Statement } from '../../src/matching/matcher.ts';
import {
  contenders,
  type Timing,
  timeContender,
  timeWorstTexts,
} from '../../src/measuring/bench.ts';
import { readClaims, readDataSet } from '../../src/measuring/data-set.ts';
import { makeClaims, makeTexts } from '../../src/measuring/synthetic-claims.ts';
import { renderTable } from '../../src/measuring/table.ts';

interface Store {
  readonly name: string;
  readonly claims: readonly Statement[];
  readonly texts: readonly string[];
}

/** Times lookups against MiniSearch and prints it, in stores of invented claims or of the real ones in a folder. */
export function benchLookups(folder: string | undefined): void {
  // Memory is compared after a garbage collection, which needs a flag that npm scripts would have to repeat.
  setFlagsFromString('--expose-gc');
  globalThis.gc = runInNewContext('gc');
  const growth: string[][] = [];
  for (const store of folder === undefined ? syntheticStores() : realStores(folder)) {
    const timings = contenders.map((contender) => ({
      name: contender.name,
      timing: timeContender(contender, store.claims, store.texts),
    }));
    const [ours, ...peers] = timings;
    if (ours) growth.push([store.name, String(store.claims.length), ...figures(ours.timing)]);
    console.log(`\n${store.name}: ${store.claims.length} claims\n`);
    console.log(
      renderTable([
        ['', 'lookups', ...figureNames],
        ...timings.map(({ name, timing }) => [name, String(timing.lookups), ...figures(timing)]),
        ...peers.map((peer) =>
          ours ? [`${peer.name} / ${ours.name}`, '', ...ratios(ours.timing, peer.timing)] : [],
        ),
      ]),
    );
    console.log(
      `\n${renderTable([
        ['worst of', 'slowest', 'ms of CPU'],
        ...timeWorstTexts(store.claims).map(({ kind, name, ms }) => [kind, name, ms.toFixed(1)]),
      ])}`,
    );
  }
  console.log(`\nGrowth\n\n${renderTable([['', 'claims', ...figureNames], ...growth])}`);
}

const figureNames = ['median ms', 'p99 ms', 'build s', 'memory MB'];

function figures({ medianMs, p99Ms, buildSeconds, memoryMB }: Timing): string[] {
  return [medianMs.toFixed(3), p99Ms.toFixed(3), buildSeconds.toFixed(2), memoryMB.toFixed(1)];
}

function ratios(ours: Timing, peer: Timing): string[] {
  return (['medianMs', 'p99Ms', 'buildSeconds', 'memoryMB'] as const).map((figure) =>
    (peer[figure] / ours[figure]).toFixed(1),
  );
}

function* realStores(folder: string): Generator<Store> {
  const tweets = readDataSet(folder, 'ct22', 'dev');
  const texts = tweets.queries.map(({ text }) => text);
  yield { name: 'ct22', claims: tweets.claims, texts };
  const more = readDataSet(folder, 'ct22', 'train').queries.slice(0, 300);
  yield {
    name: 'corpus-en',
    claims: readClaims(join(folder, 'corpus-en/claims.jsonl.gz')),
    texts: [...texts, ...more.map(({ text }) => text)],
  };
}

function* syntheticStores(): Generator<Store> {
  for (const count of [10_000, 100_000, 300_000]) {
    const claims = makeClaims(count, 1);
    yield { name: 'invented', claims, texts: makeTexts(claims, 200, 2) };
  }
}
