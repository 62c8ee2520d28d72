import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createPlaceFinder,
  hashStrings,
  openStrings,
  packStrings,
} from '../../src/packed/packed-strings.ts';

/** Of bytes alone, of any script, and of halves of signs that belong together. */
const string = fc.oneof(
  fc.string({ unit: fc.nat(255).map((code) => String.fromCharCode(code)) }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
);

test('packed strings are the strings, wherever their arrays went', () => {
  fc.assert(
    fc.property(fc.array(string), (strings) => {
      const list = openStrings(structuredClone(packStrings(strings)));
      expect(list).toHaveLength(strings.length);
      expect(strings.map((_, place) => list.at(place))).toEqual(strings);
      expect([list.at(-1), list.at(strings.length)]).toEqual(['', '']);
    }),
  );
});

test('each packed string is found at its place, and no other string is', () => {
  fc.assert(
    fc.property(fc.uniqueArray(string), fc.array(string), (strings, others) => {
      const placeOf = createPlaceFinder(packStrings(strings), hashStrings(packStrings(strings)));
      expect(strings.map(placeOf)).toEqual(strings.map((_, place) => place));
      for (const other of others) expect(placeOf(other)).toBe(strings.indexOf(other));
    }),
  );
});
