import { expect, test } from 'vitest';
import { buildIndex } from '../../../src/matching/index/statement-index.ts';
import { createQuestionReader } from '../../../src/matching/ranking/question.ts';
import { createSpeller, packSpelling } from '../../../src/matching/spelling/spelling.ts';
import { readMessage } from '../../../src/matching/text/message.ts';
import { emptyLexicon } from '../../support/empty-lexicon.ts';

const index = buildIndex(
  [
    'Seth Rich was paid 2 million dollars.',
    'George W. Bush gave 4 speeches on vitamin B.',
    'YouTube removed a video.',
  ].map((text, at) => ({ id: String(at), text })),
  emptyLexicon,
);
const readQuestion = createQuestionReader(index, emptyLexicon);
const correctWord = createSpeller(index, emptyLexicon, packSpelling(index));
const askedTerms = (text: string) =>
  readQuestion(readMessage(text), correctWord).terms.map(({ term, rarity, weight }) => ({
    stem: index.vocabulary.terms.at(term),
    rarity,
    weight,
  }));
const stems = (text: string) => askedTerms(text).map(({ stem }) => stem);
const weightOf = (text: string, stem: string) =>
  askedTerms(text).find((term) => term.stem === stem)?.weight ?? 0;

test('in a chat a lone digit or small letter counts less than a number or a name', () => {
  const chat = 'r ppl rly talking 4 bush w vitamin b';
  const plain = 'are people really giving 4 speeches for W and vitamin B';
  for (const stem of ['4', 'w', 'b']) {
    expect(weightOf(chat, stem)).toBeGreaterThan(0);
    expect(weightOf(chat, stem)).toBeLessThan(weightOf(plain, stem));
  }
});

test('one short form makes no chat', () => {
  expect(weightOf('bush gave 4 speeches 2day', '4')).toBe(weightOf('bush gave 4 speeches', '4'));
});

test('words run together are taken apart, with a mark or without', () => {
  expect(stems('SethRich')).toEqual(['seth', 'rich']);
  expect(stems('#SethRich')).toEqual(['seth', 'rich']);
});

test('a name that statements write in one word stays one', () => {
  expect(stems('YouTube')).toEqual(['youtub']);
});

test('a word that was repaired counts less than one written right', () => {
  expect(weightOf('georeg bush', 'georg')).toBeLessThan(weightOf('george bush', 'georg'));
});
