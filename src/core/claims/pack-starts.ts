/** Where the claims of each pack begin, and where those of the last one end. */
export function startsOf(
  packs: readonly { readonly claims: { readonly length: number } }[],
): Uint32Array {
  return startsAfter(packs.map(({ claims }) => claims.length));
}

/** Where each of some stretches begins, one behind the other, and where the last one ends. */
export function startsAfter(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  for (const [stretch, length] of lengths.entries()) {
    starts[stretch + 1] = (starts[stretch] ?? 0) + length;
  }
  return starts;
}

/** The number of the pack that each place belongs to. */
export function packsByPlace(starts: Uint32Array): Uint32Array {
  const packs = new Uint32Array(starts.at(-1) ?? 0);
  for (let pack = 0; pack + 1 < starts.length; pack += 1) {
    packs.fill(pack, starts[pack], starts[pack + 1]);
  }
  return packs;
}
