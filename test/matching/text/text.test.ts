import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseText, splitWords } from '../../../src/matching/text/text.ts';

const folded = (text: string) => splitWords(normaliseText(text)).map((word) => word.folded);

test('words compare alike however their quotes, dashes, accents and invisible characters are typed', () => {
  expect(folded('Don’t “Café”\u200b')).toEqual(folded(`don't "cafe"`));
  expect(folded('anti\u2013police \u202Eｆｕｌｌ')).toEqual(['anti', 'police', 'full']);
});

test('numbers keep their size and abbreviations their letters', () => {
  expect(folded('$1,450,000 is 1.45 million in the U.S.')).toEqual([
    '1450000',
    'is',
    '1.45',
    'million',
    'in',
    'the',
    'us',
  ]);
});

test('the article before an apostrophe goes, but not the beginning of a name', () => {
  expect(folded("l'énergie d'Artagnan L'écrivain L'Oréal")).toEqual([
    'energie',
    'dartagnan',
    'ecrivain',
    'loreal',
  ]);
});

test('letters of other languages compare alike however they are typed', () => {
  expect(folded('Straße KAPALI كُلّيّة वृक्ष ラクダ')).toEqual(folded('strasse kapalı كليه वृक्ष らくだ'));
});

test('vowel signs of Indic scripts stay', () => {
  expect(folded('हिन्दी')).toEqual(['हिन्दी']);
});

test('normalising twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = normaliseText(text);
      expect(normaliseText(once)).toBe(once);
    }),
  );
});

test.each(['Ⅷ', 'ﷺ', '㌀', 'ΐ', 'e\u0315\u0301', '각', '\ud83d\ude00', 'a'])(
  '%s without end is read as far as any other text',
  (character) => {
    for (const lead of ['', ' ', 'a', 'ab', 'abc']) {
      const normal = normaliseText(lead + character.repeat(40_000));
      expect(normal.length).toBeLessThanOrEqual(12_000);
      expect(normal.isWellFormed()).toBe(true);
      expect(normaliseText(normal)).toBe(normal);
    }
  },
);

test('every word lies where it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const normal = normaliseText(text);
      for (const { written, start, end } of splitWords(normal)) {
        expect(normal.slice(start, end)).toBe(written);
      }
    }),
  );
});
