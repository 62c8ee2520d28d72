import { createMatcher } from '../matching/create-matcher.ts';
import type { Statement } from '../matching/matcher.ts';
import { createMiniSearchPeer } from './minisearch-peer.ts';
import { warmUp } from './warm-up.ts';

export interface Timing {
  readonly buildSeconds: number;
  /** Of the index alone, after garbage collection. */
  readonly memoryMB: number;
  readonly medianMs: number;
  readonly p99Ms: number;
}

interface Contender {
  readonly name: string;
  /** Builds the index and returns a lookup as a user would do it. */
  readonly build: (statements: readonly Statement[]) => (text: string) => unknown;
}

export const contenders: readonly Contender[] = [
  {
    name: 'factbot',
    build: (statements) => {
      const matcher = createMatcher(statements);
      return (text) => matcher.match(text);
    },
  },
  { name: 'MiniSearch', build: (statements) => buildPeer(statements, false) },
  { name: 'MiniSearch, fuzzy', build: (statements) => buildPeer(statements, true) },
];

function buildPeer(statements: readonly Statement[], isFuzzy: boolean): (text: string) => unknown {
  const peer = createMiniSearchPeer(statements, isFuzzy);
  return (text) => peer.search(text).slice(0, 10);
}

export function timeContender(
  { build }: Contender,
  statements: readonly Statement[],
  texts: readonly string[],
): Timing {
  const before = usedBytes();
  const started = performance.now();
  const lookUp = build(statements);
  const buildSeconds = (performance.now() - started) / 1000;
  const memoryMB = (usedBytes() - before) / 1e6;
  warmUp(lookUp, texts);
  const times = texts.map((text) => timeOnce(() => lookUp(text))).sort((one, other) => one - other);
  return { buildSeconds, memoryMB, medianMs: quantile(times, 0.5), p99Ms: quantile(times, 0.99) };
}

/** Texts made to be slow, and the median time of five lookups of each. */
export function timeWorstCases(statements: readonly Statement[]): [string, number][] {
  const matcher = createMatcher(statements);
  matcher.match('warm up');
  const words = statements
    .slice(0, 2000)
    .map(({ text }) => text)
    .join(' ')
    .split(' ')
    .slice(0, 10_000);
  const cases: [string, string][] = [
    ['10,000 words of the claims', words.join(' ')],
    [
      '10,000 unknown words',
      Array.from({ length: 10_000 }, (_, at) => `zq${at.toString(36)}x`).join(' '),
    ],
    ['one word 10,000 times', 'trump '.repeat(10_000)],
    ['one misspelt word 10,000 times', 'presidnet '.repeat(10_000)],
    ['all stop words', 'the of and to in is that it was for on are as with they '.repeat(700)],
    ['100,000 letters without a blank', 'a'.repeat(100_000)],
    ['50,000 apostrophes', "a'".repeat(50_000)],
    ['50,000 dots and digits', '1.'.repeat(50_000)],
    ['20,000 hashtags', '#stopthesteal'.repeat(20_000)],
    ['20,000 half links', 'http://www.'.repeat(20_000)],
    ['50,000 brackets and signs', ' - (@a) '.repeat(12_000)],
    ['20,000 zero-width joiners', 'a\u200d'.repeat(20_000)],
    ['50,000 Chinese characters', '疫苗'.repeat(25_000)],
    ['10,000 numbers in words', 'five hundred and twenty '.repeat(2500)],
    ['20,000 openings', 'is it true that '.repeat(5000)],
  ];
  return cases.map(([name, text]) => {
    const times = Array.from({ length: 5 }, () => timeOnce(() => matcher.match(text)));
    return [
      name,
      quantile(
        times.sort((one, other) => one - other),
        0.5,
      ),
    ];
  });
}

function timeOnce(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function usedBytes(): number {
  // Twice, because what finalisers free is gone only then.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
