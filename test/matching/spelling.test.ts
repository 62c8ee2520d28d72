import { expect, test } from 'vitest';
import { emptyLexicon } from '../../src/matching/lexicon.ts';
import { createSpeller } from '../../src/matching/spelling.ts';
import { buildIndex } from '../../src/matching/statement-index.ts';

const index = buildIndex(
  [
    'The president followed the campaign in Philadelphia.',
    'Thieves made millions with vaccines for businesses.',
    'They were together on Wednesday.',
  ].map((text, at) => ({ id: String(at), text })),
  emptyLexicon,
);
const speller = createSpeller(index, emptyLexicon);
const meant = (word: string) => speller(word).map(({ term }) => index.vocabulary.terms[term] ?? '');

test.each([
  ['presidnet', 'presid'],
  ['folowed', 'follow'],
  ['campagn', 'campaign'],
  ['filadelphia', 'philadelphia'],
  ['vacines', 'vaccin'],
  ['biznesses', 'busi'],
  ['2gether', 'togeth'],
  ['wendesday', 'wednesday'],
])('%s is read as the word with the stem %s', (misspelt, stem) => {
  expect(meant(misspelt)).toEqual([stem]);
});

test('a misspelt stop word is not taken for a rare word', () => {
  expect(meant('thier')).toEqual(['']);
});

test.each(['zebra', 'xq', 'bridge'])(
  '%s, which is like no word of the statements, stays',
  (word) => {
    expect(meant(word)).toEqual([]);
  },
);
