import { createMatcher } from '../matching/create-matcher.ts';
import type { Statement } from '../matching/matcher.ts';
import { createMiniSearchPeer } from './minisearch-peer.ts';
import { warmUp } from './warm-up.ts';
import { makeWorstTexts, wordsOfClaims } from './worst-texts.ts';

export interface Timing {
  /** How many lookups were timed. */
  readonly lookups: number;
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

/**
 * As many texts are timed as there is time for: among 300,000 claims a lookup takes MiniSearch up to seconds. Which come first says nothing
 * of how long they take.
 */
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
  const times = timeLookups(lookUp, texts).sort((one, other) => one - other);
  return {
    lookups: times.length,
    buildSeconds,
    memoryMB,
    medianMs: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
  };
}

const fewestTimed = 30;
const longestTimingMs = 30_000;

function timeLookups(lookUp: (text: string) => unknown, texts: readonly string[]): number[] {
  const end = performance.now() + longestTimingMs;
  const times: number[] = [];
  for (const text of texts) {
    if (times.length >= fewestTimed && performance.now() > end) break;
    times.push(timeOnce(() => lookUp(text)));
  }
  return times;
}

export interface WorstTime {
  readonly kind: string;
  readonly name: string;
  /** Of CPU, in this thread. */
  readonly ms: number;
}

/** Of each kind of text made to be slow the slowest: the median of five lookups. */
export function timeWorstTexts(statements: readonly Statement[]): WorstTime[] {
  const matcher = createMatcher(statements);
  const texts = makeWorstTexts(wordsOfClaims(statements));
  for (const { text } of texts) matcher.match(text);
  const times = texts.map(({ kind, name, text }) => ({
    kind,
    name,
    ms: medianCpuMs(() => matcher.match(text)),
  }));
  return slowestOfEachKind(times);
}

function slowestOfEachKind(times: readonly WorstTime[]): WorstTime[] {
  const slowest = new Map<string, WorstTime>();
  for (const time of times) {
    if (time.ms > (slowest.get(time.kind)?.ms ?? -1)) slowest.set(time.kind, time);
  }
  return [...slowest.values()];
}

/** Of CPU, in this thread: the median of five. */
export function medianCpuMs(run: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const before = process.threadCpuUsage();
    run();
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  });
  return quantile(
    times.sort((one, other) => one - other),
    0.5,
  );
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
