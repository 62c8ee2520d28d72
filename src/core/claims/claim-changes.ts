import type { Claim } from './claim.ts';
import type { WholeClaimSet } from './claim-set.ts';

/** What differs in a pack between two sets of claims, as ids within the pack. */
export interface PackChanges {
  readonly pack: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

type ComparedSet = Pick<WholeClaimSet, 'claims' | 'digestOf'>;

/** Packs without a difference are left out. Gives way to other work between steps. */
export async function compareClaims(
  before: ComparedSet,
  after: ComparedSet,
): Promise<readonly PackChanges[]> {
  if (before === after) return [];
  const changes = new Map<string, { added: string[]; removed: string[]; changed: string[] }>();
  const note = ({ id, ref }: Claim, how: 'added' | 'removed' | 'changed'): void => {
    const pack = ref.slice(0, ref.indexOf('/'));
    const known = changes.get(pack) ?? { added: [], removed: [], changed: [] };
    known[how].push(id);
    changes.set(pack, known);
  };
  await inSteps(after.claims, (claim) => {
    const digest = before.digestOf(claim.ref);
    if (digest === undefined) note(claim, 'added');
    else if (digest !== after.digestOf(claim.ref)) note(claim, 'changed');
  });
  await inSteps(before.claims, (claim) => {
    if (after.digestOf(claim.ref) === undefined) note(claim, 'removed');
  });
  return [...changes]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([pack, found]) => ({ pack, ...found }));
}

/** So many claims are compared in about a millisecond. */
const stepLength = 2000;

async function inSteps(claims: readonly Claim[], visit: (claim: Claim) => void): Promise<void> {
  for (let start = 0; start < claims.length; start += stepLength) {
    for (const claim of claims.slice(start, start + stepLength)) visit(claim);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
