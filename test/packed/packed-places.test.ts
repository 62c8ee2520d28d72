import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addPlace, openPlaces, packPlaces } from '../../src/packed/packed-places.ts';

test('packed places are the places of each key, wherever their arrays went', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string({ maxLength: 2 }))), fc.string(), (keys, other) => {
      const expected = new Map<string, number[]>();
      keys.forEach((some, place) => {
        for (const key of some) addPlace(expected, key, place);
      });
      const packed = openPlaces(structuredClone(packPlaces(expected)));
      for (const key of [...expected.keys(), other]) {
        const places = keys.flatMap((some, place) => (some.includes(key) ? [place] : []));
        expect([...packed.at(packed.find(key))]).toEqual(places);
      }
      expect(packed.keys).toHaveLength(expected.size);
    }),
  );
});
