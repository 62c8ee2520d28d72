import { hash } from 'node:crypto';
import type { Stats } from 'node:fs';
import {
  createPlaceFinder,
  hashStrings,
  isStringAt,
  noStrings,
  openStrings,
  type PackedStrings,
  packStrings,
  pickStrings,
} from '../../packed/packed-strings.ts';

/** What a file was when it was read. */
export interface FilePrint {
  /** Within its pack, such as `claims/gulls.yaml`. */
  readonly place: string;
  readonly stamp: FileStamp;
  /** SHA-256 of what it holds, in base64. */
  readonly hash: string;
}

/** Two numbers. */
export type FileStamp = Uint32Array;

const partsOfStamp = 2;
const bytesOfHash = 32;

/** Prints as they are kept, one after the other: as numbers, since a hundred thousand of them as objects take longer than the files. */
export type PackedPrints = {
  readonly places: PackedStrings;
  readonly stamps: Uint32Array<ArrayBuffer>;
  readonly hashes: Uint8Array<ArrayBuffer>;
};

const noPacked: PackedPrints = {
  places: noStrings,
  stamps: new Uint32Array(),
  hashes: new Uint8Array(),
};

/** The prints of one pack among those of all, by numbers from 0. */
export interface FilePrints {
  readonly all: PackedPrints;
  /** The number, among all, of the first. */
  readonly start: number;
  /** The number of the file at a place, or -1. Without a table where files are asked for in the order in which they were taken. */
  find(place: string): number;
  placeAt(number: number): string;
  hashAt(number: number): string;
  hashOf(place: string): string | undefined;
  /** Whether the file is still the one at `at` among these stamps. */
  isStamped(number: number, stamps: Uint32Array, at: number): boolean;
}

export function openPrints(all: PackedPrints, start: number, length: number): FilePrints {
  const { units } = all.places;
  const starts = all.places.starts.subarray(start, start + length + 1);
  const places = { units, starts };
  const strings = openStrings(places);
  const { buffer, byteOffset } = all.hashes;
  let next = 0;
  let findPlace: ((place: string) => number) | undefined;
  const bytes = Buffer.from(buffer, byteOffset + start * bytesOfHash, length * bytesOfHash);
  const find = (place: string): number => {
    let number = next;
    if (number >= length || !isStringAt(places, number, place)) {
      findPlace ??= createPlaceFinder(places, hashStrings(places));
      number = findPlace(place);
    }
    if (number >= 0) next = number + 1;
    return number;
  };
  const hashAt = (number: number): string =>
    bytes.toString('base64', number * bytesOfHash, (number + 1) * bytesOfHash);
  return {
    all,
    start,
    find,
    placeAt: strings.at,
    hashAt,
    hashOf(place) {
      const number = find(place);
      return number < 0 ? undefined : hashAt(number);
    },
    isStamped(number, stamps, at) {
      for (let part = 0; part < partsOfStamp; part += 1) {
        const was = all.stamps[(start + number) * partsOfStamp + part];
        if (was !== stamps[at * partsOfStamp + part]) return false;
      }
      return true;
    },
  };
}

export const noPrints: FilePrints = openPrints(noPacked, 0, 0);

/** The prints of a pack, in the order in which its files were looked at. Of a file that is as it was nothing is made. */
export interface TakenPrints {
  readonly before: FilePrints;
  /** New ones, and numbers of earlier ones. */
  readonly list: readonly (FilePrint | number)[];
  add(print: FilePrint): void;
  /** @param number of the earlier print */
  takeOver(number: number): void;
  hashOf(place: string): string | undefined;
  each(visit: (place: string, hash: string) => void): void;
}

export function takePrints(before: FilePrints): TakenPrints {
  const list: (FilePrint | number)[] = [];
  return {
    before,
    list,
    add: (print) => list.push(print),
    takeOver: (number) => list.push(number),
    hashOf(place) {
      const print = list.find((one) => typeof one !== 'number' && one.place === place);
      if (typeof print === 'object') return print.hash;
      const earlier = before.find(place);
      return list.includes(earlier) ? before.hashAt(earlier) : undefined;
    },
    each(visit) {
      for (const print of list) {
        if (typeof print === 'number') visit(before.placeAt(print), before.hashAt(print));
        else visit(print.place, print.hash);
      }
    },
  };
}

/** The prints of several packs, one pack after the other. */
export function packPrints(packs: readonly Pick<TakenPrints, 'before' | 'list'>[]): PackedPrints {
  const earlier = packs.find(({ before }) => before !== noPrints)?.before.all ?? noPacked;
  const known = earlier.places.starts.length - 1;
  const length = packs.reduce((sum, { list }) => sum + list.length, 0);
  const added: FilePrint[] = [];
  const picked = new Uint32Array(length);
  const stamps = new Uint32Array(length * partsOfStamp);
  const hashes = new Uint8Array(length * bytesOfHash);
  let next = 0;
  for (const { before, list } of packs) {
    for (const print of list) {
      if (typeof print === 'number') picked[next] = before.start + print;
      else picked[next] = known + added.push(print) - 1;
      next += 1;
    }
  }
  for (const [to, from] of picked.entries()) {
    const print = added[from - known];
    if (print) {
      stamps.set(print.stamp, to * partsOfStamp);
      hashes.set(Buffer.from(print.hash, 'base64'), to * bytesOfHash);
    } else {
      copyItem(earlier.stamps, from, stamps, to, partsOfStamp);
      copyItem(earlier.hashes, from, hashes, to, bytesOfHash);
    }
  }
  const places = pickStrings(picked, earlier.places, packStrings(added.map(({ place }) => place)));
  return { places, stamps, hashes };
}

/** By hand: of so few numbers a call takes longer. */
function copyItem<Numbers extends Uint32Array | Uint8Array>(
  source: Numbers,
  from: number,
  target: Numbers,
  to: number,
  size: number,
): void {
  for (let at = 0; at < size; at += 1) target[to * size + at] = source[from * size + at] as number;
}

/** Room for the stamps of so many files. */
export function roomForStamps(count: number): Uint32Array<ArrayBuffer> {
  return new Uint32Array(count * partsOfStamp);
}

export function stampAt(stamps: Uint32Array, file: number): FileStamp {
  return stamps.slice(file * partsOfStamp, (file + 1) * partsOfStamp);
}

const told = new Float64Array(5);
const toldParts = new Uint32Array(told.buffer);

/**
 * Writes 64 bits that are equal for a file that nobody has touched, without looking into it. Programs set the time of the last change as
 * they like, as `git checkout` and copies do, but neither the number of the file nor when that time was set. As doubles, times are told to
 * a quarter of a microsecond, and take half as long to ask for as whole nanoseconds.
 */
export function putStamp(stats: Stats, stamps: Uint32Array, file: number): void {
  told[0] = stats.dev;
  told[1] = stats.ino;
  told[2] = stats.size;
  told[3] = stats.mtimeMs;
  told[4] = stats.ctimeMs;
  let [one, other] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < toldParts.length; at += 1) {
    const part = toldParts[at] as number;
    one = mixed(one ^ part);
    other = mixed(Math.imul(other, 0x01000193) + part);
  }
  stamps[file * partsOfStamp] = one;
  stamps[file * partsOfStamp + 1] = other;
}

/** Each bit of a number to all of another (the finaliser of MurmurHash3), which no two share. */
function mixed(number: number): number {
  let bits = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

export function printOf(place: string, stamp: FileStamp, text: string): FilePrint {
  return { place, stamp, hash: hash('sha256', text, 'base64') };
}
