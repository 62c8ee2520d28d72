import { expect, test } from 'vitest';
import { wordToTerm } from '../../../src/matching/text/terms.ts';

test('a short form is never the alias of another', () => {
  for (const form of ['covid19', 'prez', 'ppl', 'dec', 'u']) {
    const { text } = wordToTerm(form);
    expect(wordToTerm(text).text).toBe(text);
  }
});

test.each([
  ['bus', 'buses'],
  ['lens', 'lenses'],
  ['canvas', 'canvases'],
  ['quiz', 'quizzes'],
  ['crisis', 'crises'],
  ['analysis', 'analyses'],
  ['diagnosis', 'diagnosed'],
])('a noun that ends in a hiss is one word with its plural: %s, %s', (one, many) => {
  expect(wordToTerm(many)).toEqual(wordToTerm(one));
});
