import { hash } from 'node:crypto';
import type { Stats } from 'node:fs';

/** What a file was when it was read. */
export interface FilePrint {
  /** Within its pack, such as `claims/gulls.yaml`. */
  readonly place: string;
  readonly stamp: string;
  /** SHA-256 of what it holds. */
  readonly hash: string;
  /** Whether the file was opened for it; of the one that is opened each time, this says nothing. */
  readonly isAnew?: true;
}

/** By place. */
export interface FilePrints {
  get(place: string): FilePrint | undefined;
}

/** Prints as they are kept: of a hundred thousand of them, three texts are read in a tenth of the time. A line for each print. */
export interface KeptPrints {
  readonly places: string;
  readonly stamps: string;
  readonly hashes: string;
}

/** Of a file with a name of several lines none is kept. */
export function keepPrints(prints: readonly FilePrint[]): KeptPrints {
  const kept = prints.filter(({ place }) => !place.includes('\n'));
  const lines = (column: 'place' | 'stamp' | 'hash') =>
    kept.map((print) => print[column]).join('\n');
  return { places: lines('place'), stamps: lines('stamp'), hashes: lines('hash') };
}

/** Made one by one, and found without a table by who asks in the order in which they were taken. */
export function openPrints(kept: KeptPrints): FilePrints {
  const places = kept.places.split('\n');
  const stamps = kept.stamps.split('\n');
  const hashes = kept.hashes.split('\n');
  let next = 0;
  let numbers: ReadonlyMap<string, number> | undefined;
  const numberOf = (place: string): number => {
    if (places[next] === place) return next;
    numbers ??= new Map(places.map((known, number) => [known, number]));
    return numbers.get(place) ?? -1;
  };
  return {
    get(place) {
      const number = numberOf(place);
      if (number < 0) return undefined;
      next = number + 1;
      return { place, stamp: stamps[number] ?? '', hash: hashes[number] ?? '' };
    },
  };
}

/**
 * Equal for a file that nobody has touched, without looking into it. Programs set the time of the last change as they like, as `git
 * checkout` and copies do, but neither the number of the file nor when that time was set. As doubles, times are told to a quarter of a
 * microsecond, and take half as long to ask for as whole nanoseconds.
 */
export function stampOf({ dev, ino, size, mtimeMs, ctimeMs }: Stats): string {
  return `${dev} ${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}

export function printOf(place: string, stamp = '', text: string): FilePrint {
  return { place, stamp, hash: hash('sha256', text, 'base64') };
}
