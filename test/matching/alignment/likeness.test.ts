import { expect, test } from 'vitest';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { shippedLexicon } from '../../../src/matching/shipped-lexicon.ts';
import { alignTexts } from '../../support/align-texts.ts';

/** The words of a text that a claim does not have. */
function unpaired(text: string, claim: string): readonly string[] {
  const { unpaired, text: read } = alignTexts(text, { text: claim }, shippedLexicon);
  return unpaired.map((at) => read.tokens[at]?.word.folded ?? '');
}

test.each([
  ['chicago', 'Philadelphia'],
  ['pittsburgh', 'Philadelphia'],
  ['oslo', 'Stockholm'],
  ['melbourne', 'Sydney'],
  ['ohio', 'Michigan'],
  ['linda', 'Susan'],
  ['michael', 'David'],
  ['volleyball', 'basketball'],
  ['trombone', 'saxophone'],
])('%s is no word for %s, whatever company they keep', (other, own) => {
  expect(unpaired(`${other} opened it`, `${own} opened it.`)).toEqual([other]);
});

test.each([
  ['murders', 'homicides'],
  ['cops', 'police'],
  ['phila', 'Philadelphia'],
])('%s is a word for %s', (other, own) => {
  expect(unpaired(`${other} opened it`, `${own} opened it.`)).toEqual([]);
});

test('a claim about one city does not answer for another', () => {
  const matcher = createMatcher([
    { id: 'count', text: 'Philadelphia recorded 222 homicides in 2025, the fewest since 1966.' },
    { id: 'bail', text: 'Krasner ended cash bail in Philadelphia.' },
  ]);
  for (const city of ['Chicago', 'pittsburgh', 'Baltimore', 'dallas']) {
    const { outcome, differences } = matcher.match(`${city} had 222 homicides in 2025`);
    expect(outcome === 'match' && differences.length === 0, city).toBe(false);
  }
});
