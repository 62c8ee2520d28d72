import type { Claim } from './claim.ts';
import { type ClaimList, type ClaimsOnDemand, claimsOnDemand } from './claim-list.ts';

/** What becomes of the claims of a pack, by their places. */
export interface ClaimEdits {
  readonly changed: ReadonlyMap<number, Claim>;
  readonly leftOut: ReadonlySet<number>;
  /** Come last. */
  readonly added: readonly Claim[];
}

const noEdits: ClaimEdits = { changed: new Map(), leftOut: new Set(), added: [] };

/** Claims with edits, which touch no others. They never lie over some that have edits themselves, however often something is laid. */
interface LaidClaims extends ClaimsOnDemand {
  readonly under: ClaimsOnDemand;
  /** By the places of those under them. */
  readonly edits: ClaimEdits;
}

/** The claims with edits: of those that are made on demand none is made that is not asked for. */
export function layOver(claims: ClaimList, edits: ClaimEdits): ClaimList {
  if (!('ids' in claims)) {
    return [
      ...claims
        .map((claim, place) => edits.changed.get(place) ?? claim)
        .filter((_, place) => !edits.leftOut.has(place)),
      ...edits.added,
    ];
  }
  const { under, edits: earlier } = laidFrom(claims);
  return laidClaims(under, joinEdits(under.length, earlier, edits));
}

/** A claim that has become another in its place. */
export interface ReplacedClaim {
  readonly before: Claim;
  readonly after: Claim;
}

/**
 * The claims of a list that have become others, by their places, without a look at those which can't have; undefined where the lists
 * differ in more, or it is not known how.
 */
export function replacedClaims(
  before: ClaimList,
  after: ClaimList,
): ReadonlyMap<number, ReplacedClaim> | undefined {
  const places = before === after ? [] : placesThatMayDiffer(before, after);
  if (!places) return undefined;
  const replaced = new Map<number, ReplacedClaim>();
  for (const place of places) {
    const [old, now] = [before.at(place), after.at(place)];
    if (old && now && old !== now) replaced.set(place, { before: old, after: now });
  }
  return replaced;
}

function placesThatMayDiffer(before: ClaimList, after: ClaimList): Iterable<number> | undefined {
  if (before.length !== after.length) return undefined;
  if (!('ids' in before) || !('ids' in after)) {
    return 'ids' in before || 'ids' in after ? undefined : after.keys();
  }
  const [old, now] = [laidFrom(before), laidFrom(after)];
  const hasMoved = [old, now].some(({ edits }) => edits.leftOut.size + edits.added.length > 0);
  if (old.under !== now.under || hasMoved) return undefined;
  return new Set([...old.edits.changed.keys(), ...now.edits.changed.keys()]);
}

function laidFrom(claims: ClaimsOnDemand): Pick<LaidClaims, 'under' | 'edits'> {
  return isLaid(claims) ? claims : { under: claims, edits: noEdits };
}

function isLaid(claims: ClaimsOnDemand): claims is LaidClaims {
  return 'under' in claims;
}

function laidClaims(under: ClaimsOnDemand, edits: ClaimEdits): LaidClaims {
  const { changed, leftOut, added } = edits;
  const left = under.length - leftOut.size;
  const ids = {
    at: (place: number) =>
      place < left ? under.ids.at(placeUnder(place, leftOut)) : added[place - left]?.id,
    find(id: string) {
      const place = under.ids.find(id);
      if (place >= 0 && !leftOut.has(place)) return placeOver(place, leftOut);
      const among = added.findIndex((claim) => claim.id === id);
      return among < 0 ? -1 : left + among;
    },
  };
  const make = (place: number): Claim | undefined => {
    if (place >= left) return added[place - left];
    const at = placeUnder(place, leftOut);
    return changed.get(at) ?? under.at(at);
  };
  const mayHold = (keys: ReadonlySet<string>): readonly number[] => {
    const places = under.mayHold(keys).filter((place) => !leftOut.has(place));
    const edited = [...changed.keys()].filter((place) => !leftOut.has(place));
    const over = [...new Set([...places, ...edited])].map((place) => placeOver(place, leftOut));
    return [...over.sort((one, other) => one - other), ...added.map((_, among) => left + among)];
  };
  return { ...claimsOnDemand(left + added.length, make, { ids, mayHold }), under, edits };
}

/** Edits of what came of earlier ones, as edits of what those were made over. */
function joinEdits(length: number, earlier: ClaimEdits, edits: ClaimEdits): ClaimEdits {
  const left = length - earlier.leftOut.size;
  const changed = new Map(earlier.changed);
  const added = [...earlier.added];
  for (const [place, claim] of edits.changed) {
    if (place < left) changed.set(placeUnder(place, earlier.leftOut), claim);
    else added[place - left] = claim;
  }
  const gone = [...edits.leftOut];
  return {
    changed,
    leftOut: new Set([
      ...earlier.leftOut,
      ...gone.filter((place) => place < left).map((place) => placeUnder(place, earlier.leftOut)),
    ]),
    added: [...added.filter((_, among) => !edits.leftOut.has(left + among)), ...edits.added],
  };
}

/** Where the claim at a place stands among those of which some were left out; few ever are. */
function placeUnder(place: number, leftOut: ReadonlySet<number>): number {
  let under = place;
  for (const gone of [...leftOut].sort((one, other) => one - other)) if (gone <= under) under += 1;
  return under;
}

function placeOver(place: number, leftOut: ReadonlySet<number>): number {
  let over = place;
  for (const gone of leftOut) if (gone < place) over -= 1;
  return over;
}
