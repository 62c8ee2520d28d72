import { expect, test } from 'vitest';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import { type Exchange, exchangeWords } from '../../src/measuring/exchanged-words.ts';
import { readStatements } from './questions/measure-questions.ts';

/** Of texts with one word more or another one, the share that may still pass for the claim: lower it with what mends it. */
const mostPassing: Readonly<Record<Exchange, number>> = { exchanged: 0.08, inserted: 0.11 };

const statements = await readStatements();
const matcher = createMatcher(statements);
// The decision was learned from words exchanged in other packs, and by another draw.
const texts = exchangeWords(statements, 2, 'claims');

test.each(Object.keys(mostPassing) as Exchange[])(
  'a word of another claim, %s anywhere, is told or there is no answer, but for a share',
  (how) => {
    const changed = texts.filter((text) => text.how === how);
    const passing = changed.filter(({ id, text }) => {
      const { outcome, differences, ranking } = matcher.match(text);
      return outcome === 'match' && differences.length === 0 && ranking[0]?.id === id;
    });
    expect(changed.length).toBeGreaterThan(300);
    expect(
      passing.length / changed.length,
      passing.map(({ text }) => text).join('\n'),
    ).toBeLessThan(mostPassing[how]);
  },
);
