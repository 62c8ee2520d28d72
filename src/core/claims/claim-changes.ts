import type { Claim } from './claim.ts';
import type { Pack } from './pack.ts';

/** What differs in a pack between two sets of claims, as ids within the pack. */
export interface PackChanges {
  readonly pack: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** Packs without a difference are left out. */
export function compareClaims(
  before: readonly Pack[],
  after: readonly Pack[],
): readonly PackChanges[] {
  const names = [...new Set([...before, ...after].map((pack) => pack.name))].sort();
  return names
    .map((name) => {
      const old = claimsById(before, name);
      const now = claimsById(after, name);
      return {
        pack: name,
        added: [...now.keys()].filter((id) => !old.has(id)),
        removed: [...old.keys()].filter((id) => !now.has(id)),
        changed: [...now].filter(([id, claim]) => differs(old.get(id), claim)).map(([id]) => id),
      };
    })
    .filter(({ added, removed, changed }) => added.length + removed.length + changed.length > 0);
}

function differs(before: Claim | undefined, after: Claim): boolean {
  return (
    before !== undefined && before !== after && JSON.stringify(before) !== JSON.stringify(after)
  );
}

function claimsById(packs: readonly Pack[], name: string): Map<string, Claim> {
  const claims: readonly Claim[] = packs.find((pack) => pack.name === name)?.claims ?? [];
  return new Map(claims.map((claim) => [claim.id, claim]));
}
