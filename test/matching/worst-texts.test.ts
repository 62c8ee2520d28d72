import { expect, test } from 'vitest';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import { makeClaims } from '../../src/measuring/synthetic-claims.ts';
import { makeWorstTexts, wordsOfClaims } from '../../src/measuring/worst-texts.ts';
import { countCalls } from '../support/count-calls.ts';

/** Of functions: some 10 ms of CPU. */
const mostCalls = 1_000_000;

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
