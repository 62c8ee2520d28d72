import type { MatcherStore } from '../../matching/matcher.ts';
import {
  addPlace,
  keysAtPlaces,
  keysByPlace,
  type PackedPlaces,
  packPlaces,
  packSorted,
} from '../../packed/packed-places.ts';
import type { Claim } from './claim.ts';
import {
  type ClaimColumns,
  type KnownRow,
  packClaimColumns,
  withClaimsAt,
} from './claim-columns.ts';
import { claimDigest } from './claim-digest.ts';
import { type Claims, idsOf, joinClaims } from './claim-list.ts';
import { claimToStatement } from './claim-to-statement.ts';
import { replacedClaims } from './laid-claims.ts';
import type { Pack } from './pack.ts';
import { startsOf } from './pack-starts.ts';
import { packSubjects } from './pack-subjects.ts';
import { shelve } from './shelves.ts';
import { readSubjects, type SubjectReadings } from './subject-readings.ts';
import type { PackedSubjects } from './subjects.ts';
import { type KnownTextKeys, type PackedTextKeys, packTextKeys } from './text-keys.ts';

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

/** What was made of a claim. */
export interface ClaimRow extends KnownRow, KnownTextKeys {
  /** Where its id came among the sorted. */
  readonly idNumber: number;
  readonly digest: bigint | undefined;
  readonly topics: readonly string[];
}

/** Gives what tables hold of the claim at a place. */
export function openRows(tables: ClaimTables): (place: number) => ClaimRow {
  const { digests, textKeys, columns, idNumbers } = tables;
  const topicsAt = keysAtPlaces(tables.topics, digests.length);
  return (place) => ({
    digest: digests[place],
    textKeys,
    topics: topicsAt(place),
    idNumber: idNumbers[place] as number,
    columns,
    place,
  });
}

/**
 * @param subjects readings of the claims, where they have been read
 * @param knownRow that of the claim at a place, where it has been made
 */
export function packClaimTables(
  packs: readonly Pack[],
  subjects: SubjectReadings = readSubjects(packs.flatMap((pack) => [...pack.claims])),
  knownRow: (place: number) => ClaimRow | undefined = () => undefined,
): ClaimTables {
  const claims = joinClaims(packs.map((pack) => pack.claims));
  const rows = Array.from({ length: claims.length }, (_, place) => knownRow(place));
  const idAt: string[] = [];
  const topics = new Map<string, number[]>();
  for (const pack of packs) {
    const packIds = idsOf(pack.claims);
    for (let at = 0; at < pack.claims.length; at += 1) {
      const place = idAt.push(packIds.at(at) ?? '') - 1;
      const named = rows[place]?.topics ?? pack.claims.at(at)?.topics ?? [];
      for (const topic of named) addPlace(topics, topic, place);
    }
  }
  const packedIds = packSorted(idAt, placesById(idAt, rows));
  return {
    ids: packedIds,
    idNumbers: keysByPlace(packedIds),
    topics: packPlaces(sorted(topics)),
    columns: packClaimColumns(claims, (place) => rows[place]),
    subjects: packSubjects(packs, subjects),
    textKeys: packTextKeys(claims, (place) => rows[place]),
    digests: BigUint64Array.from(rows, (row, at) => row?.digest ?? madeDigest(claims, at)),
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

/** The places of claims, by their ids in order; of two with one id, which two packs may have, the earlier one first. */
function placesById(
  ids: readonly string[],
  rows: readonly (ClaimRow | undefined)[],
): Uint32Array<ArrayBuffer> {
  const order = Array.from(inEarlierOrder(rows));
  // What is sorted for the most part takes a tenth of the time to sort.
  order.sort((one, other) => {
    const [id = '', otherId = ''] = [ids[one], ids[other]];
    return id < otherId ? -1 : id > otherId ? 1 : one - other;
  });
  return Uint32Array.from(order);
}

/** Places by what came of sorting ids before, and those that are new. */
function inEarlierOrder(rows: readonly (ClaimRow | undefined)[]): Uint32Array {
  let most = 0;
  for (const row of rows) if (row && row.idNumber > most) most = row.idNumber;
  const starts = new Uint32Array(most + 3);
  const numberAt = (place: number): number => rows[place]?.idNumber ?? most + 1;
  for (let place = 0; place < rows.length; place += 1) {
    const number = numberAt(place);
    starts[number + 1] = (starts[number + 1] as number) + 1;
  }
  for (let number = 1; number < starts.length; number += 1) {
    starts[number] = (starts[number] as number) + (starts[number - 1] as number);
  }
  const order = new Uint32Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) {
    const number = numberAt(place);
    order[starts[number] as number] = place;
    starts[number] = (starts[number] as number) + 1;
  }
  return order;
}

function madeDigest(claims: Claims, place: number): bigint {
  const claim = claims.at(place);
  return claim ? claimDigest(claim) : 0n;
}

function statementText(claim: Claim): string {
  return JSON.stringify(claimToStatement(claim));
}

function sorted<Places>(byKey: ReadonlyMap<string, Places>): ReadonlyMap<string, Places> {
  return new Map([...byKey].sort(([one], [other]) => (one < other ? -1 : 1)));
}
