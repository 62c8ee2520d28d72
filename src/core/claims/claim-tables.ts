import type { MatcherStore } from '../../matching/matcher.ts';
import { type Earlier, eachRun } from '../../packed/earlier.ts';
import type { PackedPlaces } from '../../packed/packed-places.ts';
import type { Claim } from './claim.ts';
import { type ClaimColumns, packClaimColumns, withClaimsAt } from './claim-columns.ts';
import { claimDigest } from './claim-digest.ts';
import { type Claims, joinClaims } from './claim-list.ts';
import { packIds, packTopics } from './claim-names.ts';
import { statementText } from './claim-to-statement.ts';
import { replacedClaims } from './laid-claims.ts';
import type { Pack } from './pack.ts';
import { startsOf } from './pack-starts.ts';
import { packSubjects } from './pack-subjects.ts';
import { shelve } from './shelves.ts';
import { readSubjects, type SubjectReadings } from './subject-readings.ts';
import type { PackedSubjects } from './subjects.ts';
import { type PackedTextKeys, packTextKeys } from './text-keys.ts';

/**
 * What the claims of some packs are looked up in beside the matcher, by their places in pack order: typed arrays, so that
 * another thread can make them.
 */
export type ClaimTables = {
  /** Sorted. */
  readonly ids: PackedPlaces;
  /** The number of each claim's id among them. */
  readonly idNumbers: Uint32Array<ArrayBuffer>;
  /** Topics in use, sorted. */
  readonly topics: PackedPlaces;
  readonly columns: ClaimColumns;
  readonly subjects: PackedSubjects;
  readonly textKeys: PackedTextKeys;
  /** Equal for equal claims. */
  readonly digests: BigUint64Array<ArrayBuffer>;
};

/** All that the claims of one shelf are looked up in, made by another thread. */
export type PreparedLookups = {
  readonly tables: ClaimTables;
  readonly store: MatcherStore;
};

/** That of each shelf, in their order; undefined where it has to be made anew. */
export type PreparedShelves = readonly (PreparedLookups | undefined)[];

/** Tables of an earlier time. */
export interface EarlierTables extends Earlier<ClaimTables> {
  /** Where the claim of an id stood, be it another one by now. */
  formerPlaceOf(place: number): number | undefined;
  /** Where a claim stood of which at least the topics are as they were. */
  topicsAt(place: number): number | undefined;
  /** Whether no name, topic or title of any has changed. */
  readonly hasSameSubjects: boolean;
}

/**
 * @param subjects readings of the claims, asked for where they are needed
 * @param earlier tables that hold some of the claims
 */
export function packClaimTables(
  packs: readonly Pack[],
  subjects: () => SubjectReadings = () => readSubjects(packs.flatMap((pack) => [...pack.claims])),
  earlier?: EarlierTables,
): ClaimTables {
  const claims = joinClaims(packs.map((pack) => pack.claims));
  const known = <Part extends keyof ClaimTables>(part: Part) =>
    earlier && { made: earlier.made[part], placeOf: earlier.placeOf };
  return {
    ...packIds(claims, earlier && { made: earlier.made, placeOf: earlier.formerPlaceOf }),
    topics: packTopics(claims, earlier && { made: earlier.made, placeOf: earlier.topicsAt }),
    columns: packClaimColumns(claims, known('columns')),
    subjects: earlier?.hasSameSubjects ? earlier.made.subjects : packSubjects(packs, subjects()),
    textKeys: packTextKeys(claims, known('textKeys')),
    digests: packDigests(claims, known('digests')),
  };
}

/**
 * What was prepared for some packs, for the same packs after decisions about their claims. A shelf of which no claim has other
 * words to be looked up by keeps what it has.
 */
export function preparedFor(
  after: readonly Pack[],
  before: readonly Pack[],
  prepared: PreparedShelves,
): PreparedShelves {
  if (after === before) return prepared;
  const shelvesBefore = shelve(before);
  return shelve(after).map((shelf, place) => {
    const known = prepared[place];
    return known && preparedForShelf(shelf, shelvesBefore[place] ?? [], known);
  });
}

function preparedForShelf(
  after: readonly Pack[],
  before: readonly Pack[],
  prepared: PreparedLookups,
): PreparedLookups | undefined {
  if (after.length !== before.length) return undefined;
  if (after.every((pack, place) => pack === before[place])) {
    return prepared;
  }
  const digests = prepared.tables.digests.slice();
  const changed = new Map<number, Claim>();
  const starts = startsOf(before);
  for (const [number, { claims }] of after.entries()) {
    const old = before[number]?.claims;
    const replaced = old && replacedClaims(old, claims);
    if (!replaced) return undefined;
    for (const [place, { before: was, after: now }] of replaced) {
      if (statementText(now) !== statementText(was)) return undefined;
      const onShelf = (starts[number] ?? 0) + place;
      digests[onShelf] = claimDigest(now);
      changed.set(onShelf, now);
    }
  }
  const columns = withClaimsAt(prepared.tables.columns, changed);
  return { ...prepared, tables: { ...prepared.tables, digests, columns } };
}

function packDigests(
  claims: Claims,
  earlier?: Earlier<BigUint64Array<ArrayBuffer>>,
): BigUint64Array<ArrayBuffer> {
  const digests = new BigUint64Array(claims.length);
  eachRun(claims.length, (place) => earlier?.placeOf(place), {
    takeOver(before, count, place) {
      if (earlier) digests.set(earlier.made.subarray(before, before + count), place);
    },
    make(place) {
      const claim = claims.at(place);
      if (claim) digests[place] = claimDigest(claim);
    },
  });
  return digests;
}
