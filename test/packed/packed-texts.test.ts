import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openTexts, packTexts } from '../../src/packed/packed-texts.ts';

const texts = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 70 });

function pack(strings: readonly string[]) {
  return packTexts(strings.length, (place) => strings[place] ?? '');
}

test('packed texts are the texts, wherever their arrays went and in whatever order they are asked for', () => {
  fc.assert(
    fc.property(texts, fc.array(fc.nat(69)), (strings, places) => {
      const list = openTexts(structuredClone(pack(strings)));
      expect(list).toHaveLength(strings.length);
      for (const place of places) expect(list.at(place)).toBe(strings[place] ?? '');
      expect(strings.map((_, place) => list.at(place))).toEqual(strings);
      expect([list.at(-1), list.at(strings.length)]).toEqual(['', '']);
    }),
  );
});

test('texts that have changed here and there are packed as they are anew', () => {
  // The last place, too, where the last block ends sooner.
  const place = fc.oneof(fc.nat(69), fc.constant(-1));
  const edit = fc.tuple(place, fc.constantFrom('other', 'gone', 'more'));
  const edits = fc.array(edit, { maxLength: 3 });
  fc.assert(
    fc.property(texts, edits, (before, changes) => {
      const after = before.map((text, place) => ({ text, was: place as number | undefined }));
      for (const [place, how] of changes) {
        if (how === 'gone') after.splice(place, 1);
        else after.splice(place, how === 'other' ? 1 : 0, { text: 'new', was: undefined });
      }
      const earlier = { made: pack(before), placeOf: (place: number) => after[place]?.was };
      const packed = packTexts(after.length, (place) => after[place]?.text ?? '', earlier);
      expect(packed).toEqual(pack(after.map(({ text }) => text)));
    }),
  );
});

test.each([
  ['has changed', (before: readonly string[]) => before.with(500, 'other')],
  ['was added', (before: readonly string[]) => before.toSpliced(500, 0, 'other')],
  ['is gone', (before: readonly string[]) => before.toSpliced(500, 1)],
])('of many texts those beside one that %s are packed again, and no others', (_, change) => {
  const before = Array.from({ length: 1000 }, (_, place) => `text ${place}`);
  const after = change(before);
  const places = new Map(before.map((text, place) => [text, place]));
  let asked = 0;
  const textAt = (place: number): string => {
    asked += 1;
    return after[place] ?? '';
  };
  const placeOf = (place: number) => places.get(after[place] ?? '');
  const packed = packTexts(after.length, textAt, { made: pack(before), placeOf });
  expect(asked).toBeLessThan(100);
  const list = openTexts(packed);
  expect(after.map((_, place) => list.at(place))).toEqual(after);
});
