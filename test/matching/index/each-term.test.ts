import { expect, test } from 'vitest';
import { eachTerm } from '../../../src/matching/index/each-term.ts';
import { wordToTerm } from '../../../src/matching/text/terms.ts';
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
  ['two and a half million', '2.5 million'],
  ['one point two million', '1,200,000'],
  ['fourteen hundred', '1400'],
  ['a thousand people', 'a 1,000 people'],
  ['two dozen eggs', '24 eggs'],
  ['three milion votes', '3 million votes'],
  ['1.5mg of it', '1.5 mg of it'],
  ['60km away', '60 km away'],
  ['at 10pm', 'at 10 pm'],
  ['le 1er mai', 'le 1 mai'],
  ['dos mil personas', '2.000 personas'],
  ['zweihundertfünfzig Euro', '250 Euro'],
  ['dix mille euros', '10 000 euros'],
  ['tres mil millones de euros', '3.000.000.000 de euros'],
  ['deux mille milliards', '2 000 000 000 000'],
  ['quatre-vingt-dix voix', '90 voix'],
  ['trinta e um dias', '31 dias'],
  ['Philly cops', 'Philadelphia police'],
])('"%s" and "%s" have the same terms', (one, other) => {
  expect(termsOf(one)).toEqual(termsOf(other));
});

test('numbers that only stand side by side stay apart', () => {
  expect(termsOf('one two 30 31')).toEqual(['1', '2', '30', '31']);
});

test.each(['very once', '5g masts', 'il est très grand', 'the elf', 'a quince', 'i sit 5 m'])(
  'words and names are no numbers: "%s"',
  (text) => {
    const numbers = termsOf(text).filter((term) => /^\d+$/.test(term));
    expect(numbers).toEqual(text.includes('5 m') ? ['5'] : []);
  },
);

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
