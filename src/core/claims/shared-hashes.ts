import { hashTexts } from './text-keys.ts';

/** Of texts without words. */
const wordless = hashTexts(['']);

/**
 * Hashes that there are twice among all, by chance or since a text is there twice; and that of no words. Whoever looks for texts that are
 * repeated can leave out all others.
 */
export function sharedHashes(all: readonly ArrayLike<number>[]): ReadonlySet<number> {
  const hashes = new Uint32Array(all.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const some of all) {
    hashes.set(some, end);
    end += some.length;
  }
  hashes.sort();
  const shared = new Set(wordless);
  for (let at = 1; at < hashes.length; at += 1) {
    const hash = hashes[at] as number;
    if (hash === hashes[at - 1]) shared.add(hash);
  }
  return shared;
}

export function holdsAny(hashes: ArrayLike<number>, shared: ReadonlySet<number>): boolean {
  for (let at = 0; at < hashes.length; at += 1) if (shared.has(hashes[at] as number)) return true;
  return false;
}
