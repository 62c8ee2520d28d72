import { hash } from 'node:crypto';
import { type Stats, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  noPrints,
  openPrints,
  packPrints,
  printOf,
  putStamp,
  roomForStamps,
  stampAt,
  takePrints,
} from '../../../src/storage/packs/file-print.ts';
import { readPacks } from '../../../src/storage/packs/pack-reader.ts';
import { goodPacks, today } from './edited-packs.ts';

const anyPlace = fc.oneof(
  fc.constantFrom('pack.yaml', 'claims/a.yaml', 'claims/b.yaml', 'claims/c.yaml'),
  fc.string({ minLength: 1, unit: 'grapheme' }),
);
const anyStamp = fc.tuple(fc.nat(), fc.nat()).map((parts) => Uint32Array.from(parts));
const anyPrint = fc
  .record({ place: anyPlace, stamp: anyStamp, text: fc.string() })
  .map(({ place, stamp, text }) => printOf(place, stamp, text));
const anyPack = fc.uniqueArray(anyPrint, { selector: ({ place }) => place });

test('prints come back as they were taken, in whatever order they are asked for, and of no pack as those of another', () => {
  fc.assert(
    fc.property(anyPack, anyPack, fc.infiniteStream(fc.nat()), (before, prints, chances) => {
      const packed = packPrints([before, prints].map((list) => ({ before: noPrints, list })));
      const opened = openPrints(packed, before.length, prints.length);
      const places = [...before, ...prints].map(({ place }) => place);
      const shuffled = places.toSorted(() => (chances.next().value % 2) - 0.5);
      for (const place of [...places, ...shuffled, 'nowhere']) {
        const print = prints.find((one) => one.place === place);
        expect(opened.hashOf(place)).toBe(print?.hash);
        const number = opened.find(place);
        if (!print) expect(number).toBe(-1);
        else {
          expect(opened.placeAt(number)).toBe(place);
          expect(opened.isStamped(number, print.stamp, 0)).toBe(true);
          expect(
            opened.isStamped(
              number,
              print.stamp.map((part) => part ^ 1),
              0,
            ),
          ).toBe(false);
        }
      }
    }),
  );
});

test('prints that were taken over are packed as if they had been taken anew', () => {
  fc.assert(
    fc.property(fc.array(anyPack), fc.array(anyPack), (earlier, packs) => {
      const packed = packPrints(earlier.map((list) => ({ before: noPrints, list })));
      let start = 0;
      const taken = packs.map((prints, number) => {
        const known = earlier[number] ?? [];
        const before = known.length > 0 ? openPrints(packed, start, known.length) : noPrints;
        start += known.length;
        const list = takePrints(before);
        for (const print of prints) {
          const same = known.findIndex((one) => written(one) === written(print));
          if (same >= 0) list.takeOver(same);
          else list.add(print);
        }
        return list;
      });
      const anew = packs.map((list) => ({ before: noPrints, list }));
      expect(packPrints(taken)).toEqual(packPrints(anew));
      const listed: unknown[] = [];
      for (const list of taken) list.each((place, hashOfFile) => listed.push([place, hashOfFile]));
      expect(listed).toEqual(packs.flat().map((print) => [print.place, print.hash]));
      for (const [number, { place, hash: own }] of (packs[0] ?? []).entries()) {
        expect([number, taken[0]?.hashOf(place)]).toEqual([number, own]);
      }
    }),
  );
});

function written({ place, stamp, hash: own }: ReturnType<typeof printOf>): string {
  return JSON.stringify([place, [...stamp], own]);
}

test('a stamp is another one where anything of it is, by however little', () => {
  const stats = statSync(goodPacks);
  const stampOf = (told: Stats) => {
    const stamps = roomForStamps(1);
    putStamp(told, stamps, 0);
    return [...stampAt(stamps, 0)];
  };
  expect(stampOf(stats)).toEqual(stampOf(statSync(goodPacks)));
  const stamps = new Map<string, string>();
  const see = (told: Stats): void => {
    const { dev, ino, size, mtimeMs, ctimeMs } = told;
    const what = [dev, ino, size, mtimeMs, ctimeMs].join();
    const stamp = stampOf(told).join();
    expect(stamps.get(stamp) ?? what).toBe(what);
    stamps.set(stamp, what);
  };
  for (let step = 0; step < 10_000; step += 1) {
    const { dev, ino, size, mtimeMs, ctimeMs } = stats;
    see({ ...stats, dev, ino: ino + step, size, mtimeMs, ctimeMs } as Stats);
    see({ ...stats, dev, ino, size: size + step, mtimeMs, ctimeMs } as Stats);
    see({ ...stats, dev, ino, size, mtimeMs: mtimeMs + step / 4096, ctimeMs } as Stats);
    see({ ...stats, dev, ino, size, mtimeMs, ctimeMs: ctimeMs + step / 4096 } as Stats);
    see({ ...stats, dev, ino, size, mtimeMs: mtimeMs + step, ctimeMs: ctimeMs + step } as Stats);
    see({ ...stats, dev: dev + step, ino: ino + step, size: step, mtimeMs, ctimeMs } as Stats);
  }
});

test('the fingerprint of packs stays what earlier versions made it, so that what they kept is known again', async () => {
  const reading = await readPacks(goodPacks, today);
  if (!reading.ok) throw new Error('The packs hold mistakes.');
  const lines: string[] = [];
  for (const pack of (await readdir(goodPacks)).sort()) {
    const claims = (await readdir(`${goodPacks}/${pack}/claims`)).sort();
    const places = ['pack.yaml', ...claims.map((name) => `claims/${name}`)];
    for (const place of places.filter((one) => one.endsWith('.yaml'))) {
      const text = await readFile(`${goodPacks}/${pack}/${place}`, 'utf8');
      lines.push(JSON.stringify([pack, place, hash('sha256', text, 'base64')]));
    }
  }
  expect(reading.fingerprint).toBe(hash('sha256', lines.join('')));
});
