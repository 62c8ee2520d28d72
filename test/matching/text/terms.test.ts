import { expect, test } from 'vitest';
import { eachTerm, wordToTerm } from '../../../src/matching/text/terms.ts';
import { normaliseText, splitWords } from '../../../src/matching/text/text.ts';

function termsOf(text: string): string[] {
  const terms: string[] = [];
  const termOf = (folded: string): number => terms.push(wordToTerm(folded).text);
  eachTerm(splitWords(normaliseText(text)), termOf, () => {});
  return terms;
}

test.each([
  ['$1.45M', '$1,450,000'],
  ['1.45 million dollars', '1,450,000 dollars'],
  ['five hundred sixty-two', '562'],
  ['two crore', '20000000'],
  ['the 3rd of Dec', 'the 3 of December'],
  ['5x', '5'],
  ['broke', 'break'],
  ['stolen knives', 'steal knife'],
  ['1.450.000 euros', '1,450,000 euros'],
  ['1,45 Millionen', '1.45 million'],
  ['25 000 personnes', '25,000 personnes'],
  ['8.500 espectadores', '8500 espectadores'],
  ['10,00,000 रुपये', '१० लाख रुपये'],
  ['٣٫٥ مليون', '3500000'],
  ['1.45亿元', '145000000元'],
  ['Philly cops', 'Philadelphia police'],
])('"%s" and "%s" have the same terms', (one, other) => {
  expect(termsOf(one)).toEqual(termsOf(other));
});

test('numbers that only stand side by side stay apart', () => {
  expect(termsOf('one two 30 31')).toEqual(['1', '2', '30', '31']);
});

test('a decimal point before a magnitude parts no thousands', () => {
  expect(termsOf('1.125 million')).toEqual(['1125000']);
});

test('a number ends a run of characters without blanks', () => {
  expect(termsOf('大桥2016年通车')).toEqual(['大桥', '2016', '年通', '通车']);
});

test('scripts without blanks are cut into pairs of characters', () => {
  expect(termsOf('疫苗有害')).toEqual(['疫苗', '苗有', '有害']);
});

test.each(['ab', 'क', '었다', 'ال'])(
  'of a word longer than any, of %s, the ending stays',
  (piece) => {
    for (const ending of ['s', 'ing', 'edly', 'ational', 'ات', '하나요']) {
      const word = piece.repeat(41).slice(0, 41 - ending.length) + ending;
      expect(termsOf(word)).toEqual([word]);
    }
  },
);

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
