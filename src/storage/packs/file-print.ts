import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';

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
 * checkout` and copies do, but neither the number of the file nor when that time was set.
 */
export function stampOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
}

export function printOf(place: string, stamp = '', text: string): FilePrint {
  return { place, stamp, hash: createHash('sha256').update(text).digest('base64') };
}
