/** Where the claims of each pack begin, and where those of the last one end. */
export function startsOf(
  packs: readonly { readonly claims: { readonly length: number } }[],
): Uint32Array {
  const starts = new Uint32Array(packs.length + 1);
  for (const [number, { claims }] of packs.entries()) {
    starts[number + 1] = (starts[number] ?? 0) + claims.length;
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
