import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addPlace, openPlaces, packEntries, packPlaces } from '../../src/packed/packed-places.ts';
import { packStrings } from '../../src/packed/packed-strings.ts';

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

test('places can be packed from entries, each a key and a place, as well', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd'))), (keys) => {
      const expected = new Map<string, number[]>();
      const entries = keys.flatMap((some, place) => some.map((key) => ({ key, place })));
      for (const { key, place } of entries) addPlace(expected, key, place);
      const met = [...expected.keys()];
      const packed = packEntries(
        packStrings(met),
        Uint32Array.from(entries, ({ key }) => met.indexOf(key)),
        Uint32Array.from(entries, ({ place }) => place),
      );
      expect(packed).toEqual(packPlaces(expected));
    }),
  );
});
