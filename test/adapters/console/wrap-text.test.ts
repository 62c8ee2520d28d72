import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test, vi } from 'vitest';
import { wrapText } from '../../../src/adapters/console/wrap-text.ts';

/** Words in scripts whose signs take a column, two or none, some of them longer than a row. */
const anyWord = fc
  .array(fc.constantFrom('a', 'bridge', 'é', '疫苗', '،', 'جسر', '한국어', '👩‍👩‍👧', 'ก็', '。'), {
    minLength: 1,
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

test('every row fits, and none could take the next word too', () => {
  fc.assert(
    fc.property(
      fc.array(anyWord, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 20, max: 90 }),
      (words, width) => {
        const rows = wrapText(words.join(' '), width).split('\n');
        expect(rows.filter((row) => stringWidth(row) > width)).toEqual([]);
        expect(rows.join('').replaceAll(' ', '')).toBe(words.join(''));
        for (const [at, row] of rows.slice(1).entries()) {
          const [word = ''] = row.split(' ');
          expect(stringWidth(`${rows[at]} ${word}`)).toBeGreaterThan(width);
        }
      },
    ),
  );
});

test('a word longer than a row begins beside the one before it where that takes fewer rows', () => {
  expect(wrapText(`see ${'草'.repeat(17)} there`, 20)).toBe(
    `see ${'草'.repeat(8)}\n${'草'.repeat(9)}\nthere`,
  );
  expect(wrapText(`see ${'x'.repeat(39)} there`, 20)).toBe(
    `see\n${'x'.repeat(20)}\n${'x'.repeat(19)}\nthere`,
  );
});

test('a sign that takes two columns does not begin where one is left', () => {
  expect(wrapText(`${'x'.repeat(18)} ${'草'.repeat(20)}x`, 20)).toBe(
    ['x'.repeat(18), '草'.repeat(10), '草'.repeat(10), 'x'].join('\n'),
  );
});

test('an address is never broken, nor is its line', () => {
  const address = `https://a.example/${'x'.repeat(40)}`;
  expect(wrapText(`see ${address} there`, 20, '  ')).toBe(`  see\n  ${address}\n  there`);
});

test.each([
  ['Arabic', 'كلمة'],
  ['Korean', '한국어'],
  ['quotation marks', '«'],
  ['Chinese', '疫苗'],
  ['emoji', '👩‍👩‍👧'],
  ['marks without a letter', '\u200d\u0301'],
  ['short words', 'Ⅷ '],
  ['short Chinese words', '疫 '],
])('thousands of signs or words are measured by the row, not one by one: %s', (_, sign) => {
  const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
  const rows = wrapText(sign.repeat(4000 / sign.length), 80).split('\n');
  expect(segment.mock.calls.length).toBeLessThan(10 * (rows.length + 1));
  segment.mockRestore();
});
