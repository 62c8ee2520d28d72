import type { ClaimRef } from './claim.ts';
import { idsOf } from './claim-list.ts';
import type { WholeClaimSet } from './claim-set.ts';
import { othersTurn } from './others-turn.ts';

/** What differs in a pack between two sets of claims, as ids within the pack. */
export interface PackChanges {
  readonly pack: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** So many claims are made and looked at in some milliseconds. */
const claimsAtOnce = 100;

/** The claims that changed in one of these ways. Gives way to other work between some of them, since they may be all of a set. */
export async function* changedRefs(
  changes: readonly PackChanges[],
  ways: readonly ('added' | 'removed' | 'changed')[],
): AsyncGenerator<ClaimRef> {
  for (const change of changes) {
    const ids = ways.flatMap((way) => change[way]);
    for (const [number, id] of ids.entries()) {
      yield `${change.pack}/${id}`;
      if (number % claimsAtOnce === 0) await othersTurn();
    }
  }
}

type ComparedSet = Pick<WholeClaimSet, 'packs' | 'digestOf'>;

/** Packs without a difference are left out. Gives way to other work between steps. */
export async function compareClaims(
  before: ComparedSet,
  after: ComparedSet,
): Promise<readonly PackChanges[]> {
  if (before === after) return [];
  const changes = new Map<string, { added: string[]; removed: string[]; changed: string[] }>();
  const note = (ref: ClaimRef, how: 'added' | 'removed' | 'changed'): void => {
    const slash = ref.indexOf('/');
    const [pack, id] = [ref.slice(0, slash), ref.slice(slash + 1)];
    const known = changes.get(pack) ?? { added: [], removed: [], changed: [] };
    known[how].push(id);
    changes.set(pack, known);
  };
  await eachRef(after, (ref) => {
    const digest = before.digestOf(ref);
    if (digest === undefined) note(ref, 'added');
    else if (digest !== after.digestOf(ref)) note(ref, 'changed');
  });
  await eachRef(before, (ref) => {
    if (after.digestOf(ref) === undefined) note(ref, 'removed');
  });
  return [...changes]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([pack, found]) => ({ pack, ...found }));
}

/** So many claims are compared in about a millisecond. */
const stepLength = 2000;

async function eachRef({ packs }: ComparedSet, visit: (ref: ClaimRef) => void): Promise<void> {
  for (const { name, claims } of packs) {
    const ids = idsOf(claims);
    for (let place = 0; place < claims.length; place += 1) {
      visit(`${name}/${ids.at(place)}`);
      if (place % stepLength === 0) await othersTurn();
    }
  }
}
