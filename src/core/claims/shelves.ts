import type { PackHead } from './pack.ts';

/** A pack of more claims is an archive, whoever wrote it. */
const mostOfSmallPack = 1000;

/**
 * The packs in the order in which their answers go first: those that people write claim by claim, small ones out of tables and
 * feeds, archives. Each shelf is looked up by itself, so that how rare a word is in a small pack, and how sure a match, does not
 * drown in an archive. None is empty; each is in pack order.
 */
export function shelve<P extends SizedPack>(packs: readonly P[]): readonly (readonly P[])[] {
  const shelves: P[][] = [[], [], []];
  for (const pack of packs) shelves[shelfOf(pack)]?.push(pack);
  return shelves.filter((shelf) => shelf.length > 0);
}

interface SizedPack extends Pick<PackHead, 'file'> {
  readonly claims: { readonly length: number };
}

function shelfOf({ file, claims }: SizedPack): number {
  if (claims.length > mostOfSmallPack) return 2;
  return file === undefined ? 0 : 1;
}
