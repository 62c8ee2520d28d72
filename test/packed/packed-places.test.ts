import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numbersByPlace, openPlaces, packEntries } from '../../src/packed/packed-places.ts';
import { packStrings } from '../../src/packed/packed-strings.ts';

function packed(keys: readonly (readonly string[])[]) {
  const entries = keys.flatMap((some, place) => some.map((key) => ({ key, place })));
  const met = [...new Set(entries.map(({ key }) => key))];
  const numbers = Uint32Array.from(entries, ({ key }) => met.indexOf(key));
  const places = Uint32Array.from(entries, ({ place }) => place);
  return { met, packed: packEntries(packStrings(met), numbers, places) };
}

test('packed places are the places of each key, wherever their arrays went', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string({ maxLength: 2 }))), fc.string(), (keys, other) => {
      const made = packed(keys);
      const opened = openPlaces(structuredClone(made.packed));
      for (const key of [...made.met, other]) {
        const places = keys.flatMap((some, place) => (some.includes(key) ? [place] : []));
        expect([...opened.at(opened.find(key))]).toEqual(places);
      }
      expect(opened.keys).toHaveLength(made.met.length);
    }),
  );
});

test('a place tells its keys', () => {
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))), (keys) => {
      const made = packed(keys);
      const { starts, numbers } = numbersByPlace(made.packed, keys.length);
      const told = keys.map((_, place) =>
        Array.from(numbers.subarray(starts[place], starts[place + 1]), (at) => made.met[at]),
      );
      expect(told.map((some) => some.sort())).toEqual(keys.map((some) => some.toSorted()));
    }),
  );
});
