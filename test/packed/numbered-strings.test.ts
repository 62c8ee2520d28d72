import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberStrings } from '../../src/packed/numbered-strings.ts';
import { openStrings, packStrings } from '../../src/packed/packed-strings.ts';

/** Of bytes alone, and of wider signs. */
const string = fc.oneof(fc.constantFrom('a', 'b', 'é', '語'), fc.string({ unit: 'grapheme' }));

test('strings are numbered as they are met, whether they come from an earlier list or are new', () => {
  fc.assert(
    fc.property(fc.uniqueArray(string), fc.array(string), (earlier, met) => {
      const numbers = numberStrings(packStrings(earlier));
      const given = met.map((text, at) => {
        const place = earlier.indexOf(text);
        const byPlace = place >= 0 && at % 2 === 0;
        return byPlace ? numbers.numberOfEarlier(place) : numbers.numberOf(text);
      });
      const expected = [...new Set(met)];
      const { strings, origins } = numbers.finish();
      expect(given).toEqual(met.map((text) => expected.indexOf(text)));
      expect(strings).toEqual(packStrings(expected));
      expect(Array.from(origins)).toEqual(expected.map((text) => earlier.indexOf(text)));
    }),
  );
});

test('strings can be taken from a list that is empty', () => {
  const numbers = numberStrings();
  expect(['one', 'two', 'one'].map(numbers.numberOf)).toEqual([0, 1, 0]);
  expect(openStrings(numbers.finish().strings).at(1)).toBe('two');
});
