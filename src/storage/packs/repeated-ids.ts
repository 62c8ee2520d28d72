import type { Mistake } from '../../core/claims/mistake.ts';
import type { CheckedClaim, CheckedClaims } from './checked-claim.ts';

/** Ids that do not name their file, or that another claim of the pack has. */
export function repeatedIds(packs: readonly CheckedClaims[]): readonly Mistake[] {
  // Then each has the name of its file, of which there is one in a folder.
  const areNamed = packs.every(({ anew }) => anew.every(({ id, source }) => id === source.stem));
  if (areNamed) return [];
  const claims = packs.flatMap((pack) => pack.all());
  const stems = Map.groupBy(claims, ({ pack, source }) => `${pack}/${source.stem}`);
  const seen = new Map<string, CheckedClaim>();
  return claims.flatMap((claim) => {
    const { id } = claim;
    if (id === undefined) return [];
    const ref = `${claim.pack}/${id}`;
    // The file that is named after the id is the one that may keep it.
    const owner = stems.get(ref)?.[0] ?? seen.get(ref);
    if (!seen.has(ref)) seen.set(ref, claim);
    if (owner && owner !== claim) {
      const message = `"${id}" is the id of ${owner.source.file}: give this claim an id of its own`;
      return claim.place([{ path: ['id'], message }]);
    }
    if (id === claim.source.stem) return [];
    const message = `"${id}" is not the file's name: write "${claim.source.stem}", or rename the file to ${id}.yaml`;
    return claim.place([{ path: ['id'], message }]);
  });
}
