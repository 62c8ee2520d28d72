import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';

/** What a file was when it was read. */
export interface FilePrint {
  /** Within its pack, such as `claims/gulls.yaml`. */
  readonly place: string;
  readonly stamp: string;
  /** SHA-256 of what it holds. */
  readonly hash: string;
}

/** By place. */
export type FilePrints = ReadonlyMap<string, FilePrint>;

/**
 * Equal for a file that nobody has touched, without looking into it. Programs set the time of the last change as they like, as `git
 * checkout` and copies do, but neither the number of the file nor when that time was set. As doubles, times are told to a quarter of a
 * microsecond, and take half as long to ask for as whole nanoseconds.
 */
export function stampOf({ dev, ino, size, mtimeMs, ctimeMs }: Stats): string {
  return `${dev} ${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}

export function printOf(place: string, stamp = '', text: string): FilePrint {
  return { place, stamp, hash: createHash('sha256').update(text).digest('base64') };
}
