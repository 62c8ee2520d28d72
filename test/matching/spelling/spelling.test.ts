import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../../src/matching/index/statement-index.ts';
import { createSpeller, packSpelling } from '../../../src/matching/spelling/spelling.ts';
import { emptyLexicon } from '../../support/empty-lexicon.ts';

const common = Array.from({ length: 25 }, () => 'A preliminary report was refuted.');
const index = buildIndex(
  [
    'The president followed the campaign in Philadelphia.',
    'Thieves made millions with vaccines for businesses.',
    'They were together on Wednesday.',
    'Honest teachers confiscate phones at school, part of an immigration lesson.',
    'The elephant at the super bowl weighed 190 pounds.',
    ...common,
  ].map((text, at) => ({ id: String(at), text })),
  emptyLexicon,
);
const speller = createSpeller(index, emptyLexicon, packSpelling(index));
const meant = (word: string) =>
  speller(word)?.terms.map((term) => index.vocabulary.terms.at(term)) ?? [];

test.each([
  ['presidnet', 'presid'],
  ['folowed', 'follow'],
  ['campagn', 'campaign'],
  ['vacines', 'vaccin'],
  ['filadelphia', 'philadelphia'],
  ['biznesses', 'busi'],
  ['wendesday', 'wednesday'],
  ['hones', 'honest'],
  ['schooool', 'school'],
])('%s is read as the word with the stem %s', (misspelt, stem) => {
  expect(meant(misspelt)).toEqual([stem]);
});

describe('a word written by ear', () => {
  test.each([
    ['2gether', 'togeth'],
    ['fones', 'phone'],
    ['elefant', 'eleph'],
    ['confisc8', 'confisc'],
    ['immigr8n', 'immigr'],
    ['imigrashun', 'immigr'],
    ['teachas', 'teacher'],
    ['lessn', 'lesson'],
    ['m1llions', 'million'],
  ])('%s is read as the word with the stem %s', (misspelt, stem) => {
    expect(meant(misspelt)).toEqual([stem]);
  });
});

test('a word without vowels may have had many', () => {
  expect(meant('prsdnt')).toEqual(['presid']);
});

test.each(['prot', 'proto', 'campa'])(
  'the fragment %s is not stretched to a longer word or bent to another',
  (fragment) => {
    expect(meant(fragment)).toEqual([]);
  },
);

test('the beginning of a word that many statements have is that word', () => {
  expect(meant('prelim')).toEqual(['preliminari']);
});

test.each([
  ['superbowl', ['super', 'bowl']],
  ['190lbs', ['190']],
])('%s is taken apart', (word, stems) => {
  expect(meant(word)).toEqual(stems);
});

test('two words run together are taken apart, unless they are longer than any word', () => {
  const [longer, long, short] = ['floccinaucinihilipilification', 'counterrevolutionary', 'bridge'];
  const longWords = buildIndex([{ id: '1', text: `${longer} ${long} ${short}` }], emptyLexicon);
  const spellLong = createSpeller(longWords, emptyLexicon, packSpelling(longWords));
  expect(spellLong(`${longer}${short}`)?.terms).toHaveLength(2);
  expect(spellLong(`${longer}${long}`)).toBeUndefined();
});

test('a misspelt stop word is not taken for a rare word', () => {
  expect(meant('thier')).toEqual(['']);
});

test.each(['zebra', 'xq', 'bridge', '2031', '疫苗'])(
  '%s, which is like no word of the statements, stays',
  (word) => {
    expect(meant(word)).toEqual([]);
  },
);
