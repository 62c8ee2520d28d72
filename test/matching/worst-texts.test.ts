import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import { makeClaims } from '../../src/measuring/synthetic-claims.ts';
import { makeWorstTexts, wordsOfClaims } from '../../src/measuring/worst-texts.ts';
import { countCalls } from '../support/count-calls.ts';

/** Of functions: some 10 ms of CPU. */
const mostCalls = 600_000;
/** The same where each of the best claims has sixty amounts, too, and each is compared with each. */
const mostCallsAmongAmounts = 1_000_000;

const claims = makeClaims(1000, 1);
const matcher = createMatcher(claims);
const texts = makeWorstTexts(wordsOfClaims(claims));

test.each([...new Set(texts.map(({ kind }) => kind))])(
  'no text of %s takes long to look up',
  (kind) => {
    const worst = texts.filter((text) => text.kind === kind);
    const calls = countCalls('/src/matching/', worst, ({ text }) => matcher.match(text));
    expect(worst.filter((_, at) => (calls[at] ?? 0) > mostCalls).map(({ name }) => name)).toEqual(
      [],
    );
  },
);

describe('no text of many amounts takes long to look up among claims of many', () => {
  const units = ['days', 'hours', 'million dollars', 'percent', 'people', 'miles', 'kg', 'times'];
  const amount = (at: number): string => `${at * 7 + 2} ${units[at % units.length]}`;
  const list = (from: number, length: number): string =>
    Array.from({ length }, (_, at) => amount(from + at)).join(', ');
  const rich = createMatcher(
    Array.from({ length: 200 }, (_, at) => ({
      id: `harbour-${at}`,
      text: `The harbour of town ${at} took ${list(at, 16)} to build.`,
      wordings: [1, 2, 3, 4].map((by) => `The harbour took ${list(at * by, 12)}`),
    })),
  );

  test.each<[string, (at: number) => string]>([
    ['bare numbers', String],
    ['one unit', (at) => `${at} days`],
    ['all units', amount],
    ['money', (at) => `$${at} million`],
    ['ranks', (at) => `${at}th`],
    ['bounds', (at) => `more than ${at} days`],
    ['years', (at) => `in ${1900 + (at % 130)}`],
    ['days', (at) => `${1 + (at % 28)} May ${1900 + (at % 130)}`],
    ['hours', (at) => `${1 + (at % 12)}pm`],
  ])('%s', (_, write) => {
    const written = Array.from({ length: 3000 }, (_, at) => write(at)).join(' ');
    const text = `The harbour of the town took ${written}`;
    const [calls] = countCalls('/src/matching/', [text], () => rich.match(text));
    expect(calls).toBeLessThan(mostCallsAmongAmounts);
  });
});
