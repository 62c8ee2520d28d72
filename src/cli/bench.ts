import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Statement } from '../matching/matcher.ts';
import { contenders, type Timing, timeContender, timeWorstCases } from '../measuring/bench.ts';
import { readClaims, readDataSet } from '../measuring/data-set.ts';
import { makeClaims, makeTexts } from '../measuring/synthetic-claims.ts';
import { renderTable } from '../measuring/table.ts';
import { tellWhyNotStarted } from '../tell-why-not-started.ts';

interface Store {
  readonly name: string;
  readonly claims: readonly Statement[];
  readonly texts: readonly string[];
}

// Memory is compared after a garbage collection, which needs a flag that npm scripts would have to repeat.
setFlagsFromString('--expose-gc');
globalThis.gc = runInNewContext('gc');

/** Times lookups against MiniSearch, in stores of invented claims or, with `--data DIR`, of real ones. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  for (const store of values.data === undefined ? syntheticStores() : realStores(values.data)) {
    const timings = contenders.map((contender) => ({
      name: contender.name,
      timing: timeContender(contender, store.claims, store.texts),
    }));
    const [ours, ...peers] = timings;
    console.log(`\n${store.name}: ${store.claims.length} claims, ${store.texts.length} lookups\n`);
    console.log(
      renderTable([
        ['', 'median ms', 'p99 ms', 'build s', 'memory MB'],
        ...timings.map(({ name, timing }) => [name, ...figures(timing)]),
        ...peers.map((peer) =>
          ours ? [`${peer.name} / ${ours.name}`, ...ratios(ours.timing, peer.timing)] : [],
        ),
      ]),
    );
    console.log(
      `\n${renderTable([
        ['worst case', 'ms'],
        ...timeWorstCases(store.claims).map(([name, ms]) => [name, ms.toFixed(1)]),
      ])}`,
    );
  }
}

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
  for (const count of [1000, 14_000]) {
    const claims = makeClaims(count, 1);
    yield { name: 'invented', claims, texts: makeTexts(claims, 400, 2) };
  }
}

await main().catch(tellWhyNotStarted);
