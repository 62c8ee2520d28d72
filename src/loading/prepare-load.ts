import type { Claim } from '../core/claims/claim.ts';
import { type Claims, joinClaims } from '../core/claims/claim-list.ts';
import { type PreparedLookups, packClaimTables } from '../core/claims/claim-tables.ts';
import { claimToStatement, statementText } from '../core/claims/claim-to-statement.ts';
import type { Mistake } from '../core/claims/mistake.ts';
import { type PackedPacks, sizedPacks } from '../core/claims/open-packs.ts';
import type { Pack } from '../core/claims/pack.ts';
import type { PackReading } from '../core/claims/pack-reading.ts';
import { shelve } from '../core/claims/shelves.ts';
import {
  readSubjects,
  type SubjectReadings,
  subjectText,
} from '../core/claims/subject-readings.ts';
import { buildStore } from '../matching/build-store.ts';
import { readStatements, type StatementReadings } from '../matching/index/readings.ts';
import type { StatementList } from '../matching/matcher.ts';
import { type Earlier, isAsItWas } from '../packed/earlier.ts';
import { once } from '../packed/once.ts';
import { packTexts } from '../packed/packed-texts.ts';
import {
  type EarlierPlaces,
  formerPlacesOnShelf,
  placeAmong,
  placesIn,
  placesOfSame,
  startsOfPacks,
} from './earlier-places.ts';

/** Packs that were read, with all that they are looked up in, as it is handed over or kept. */
export interface Load extends HandedLoad {
  /** Of each shelf; only the next load needs them, and of a shelf on which no word has changed they are not even read until then. */
  readonly readings: () => readonly ShelfReadings[];
}

/** The claims of a shelf taken apart into words, for the matcher and for the subjects. */
export type ShelfReadings = {
  readonly statements: StatementReadings;
  readonly subjects: SubjectReadings;
};

/** A load of an earlier time. What a shelf was looked up in is only asked for where the shelf is as it was. */
export interface EarlierLoad extends Omit<Load, 'prepared'> {
  readonly prepared: readonly EarlierLookups[];
}

interface EarlierLookups extends Pick<PreparedLookups, 'tables'> {
  /** Undefined where it can no longer be had. */
  readonly store: PreparedLookups['store'] | undefined;
}

/** What of a load goes to the thread that answers. */
export interface HandedLoad extends PackedPacks {
  readonly fingerprint: string;
  readonly warnings: readonly Mistake[];
}

/**
 * @param earlier a load of which claims may be as they were (`RenewedClaims`): of these nothing is made again
 * @param onClaim called for each claim several times on the way
 */
export function prepareLoad(
  reading: Extract<PackReading, { readonly ok: true }>,
  earlier?: EarlierLoad,
  onClaim: () => void = () => {},
): Load {
  const { packs, fingerprint, warnings = [] } = reading;
  const starts = earlier && startsOfPacks(earlier.packs);
  const places = starts && placesIn(starts, packs);
  const shelved = shelve(packs);
  const shelves = shelved.map((shelf) => {
    // Of packs that all stand on one shelf the places are the same.
    const onShelf = starts && (shelved.length === 1 ? places : placesIn(starts, shelf));
    return prepareShelf(shelf, earlier && onShelf && { load: earlier, places: onShelf }, onClaim);
  });
  const claims = joinClaims(packs.map((pack) => pack.claims));
  const known = earlier && {
    made: earlier.claims,
    placeOf: (place: number) => placeAmong(places?.all, place),
  };
  const textAt = (place: number): string => {
    onClaim();
    return JSON.stringify(claims.at(place));
  };
  return {
    fingerprint,
    packs: packs.map(({ claims: { length }, ...about }) => ({ about, claims: length })),
    warnings,
    claims: packTexts(claims.length, textAt, known),
    prepared: shelves.map(({ lookups }) => lookups),
    readings: once(() => shelves.map(({ readings }) => readings())),
  };
}

interface OpenedEarlier {
  readonly load: EarlierLoad;
  /** Where the claims of the shelf stood. */
  readonly places: EarlierPlaces;
}

/** A shelf with all that was made of it. */
interface MadeShelf {
  readonly lookups: PreparedLookups;
  readonly readings: () => ShelfReadings;
}

function prepareShelf(
  packs: readonly Pack[],
  before: OpenedEarlier | undefined,
  onClaim: () => void,
): MadeShelf {
  const claims = joinClaims(packs.map((pack) => pack.claims));
  const places = before?.places;
  const statements = statementsOf(claims);
  const same = before && places && sameShelf(packs, places, before.load);
  if (same) {
    const anew = () => ({
      statements: readStatements(statements, undefined, onClaim),
      subjects: readSubjects(claims, undefined, onClaim),
    });
    return { lookups: same.lookups, readings: () => same.readings() ?? anew() };
  }
  // Of a shelf whose packs come from two, since one has grown, those from the other are read anew.
  const shelf = places?.shelves.find((number) => number >= 0) ?? -1;
  const earlier = () => before?.load.readings()[shelf];
  const lookups = before?.load.prepared[shelf];
  const onShelf = (found: Int32Array | undefined) => (place: number) =>
    places?.shelves[place] === shelf ? placeAmong(found, place) : undefined;
  const saidAt = (said: (claim: Claim) => string) =>
    onShelf(before && places && placesOfSame(packs, places, before.load, said));
  const [statedAt, namedAt] = [saidAt(statementText), saidAt(subjectText)];
  const { length } = claims;
  const lengthBefore = lookups?.tables.idNumbers.length ?? -1;
  const known = <Made>(made: Made | undefined, placeOf: Earlier<Made>['placeOf']) =>
    made && { made, placeOf };
  const isSameIn = (placeOf: (place: number) => number | undefined): boolean =>
    isAsItWas(length, lengthBefore, placeOf);
  const [areSameStatements, areSameSubjects] = [isSameIn(statedAt), isSameIn(namedAt)];
  const statementReadings = once(() => {
    const made = earlier()?.statements;
    return areSameStatements && made
      ? made
      : readStatements(statements, known(made, statedAt), onClaim);
  });
  const subjectReadings = once(() => {
    const made = earlier()?.subjects;
    return areSameSubjects && made ? made : readSubjects(claims, known(made, namedAt), onClaim);
  });
  const tables = packClaimTables(
    packs,
    subjectReadings,
    lookups && {
      made: lookups.tables,
      placeOf: onShelf(places?.onShelf),
      topicsAt: saidAt(({ topics }) => JSON.stringify(topics)),
      formerPlaceOf: onShelf(places && formerPlacesOnShelf(places)),
      hasSameSubjects:
        areSameSubjects && before !== undefined && areTitled(packs, shelf, before.load),
    },
  );
  const store =
    (areSameStatements ? lookups?.store : undefined) ??
    buildStore(statements, statementReadings(), onClaim);
  const readings = () => ({ statements: statementReadings(), subjects: subjectReadings() });
  return { lookups: { tables, store }, readings };
}

/** The shelf as it was, where it holds the claims that it held, and no others. */
function sameShelf(
  packs: readonly Pack[],
  { shelves, onShelf }: EarlierPlaces,
  before: EarlierLoad,
) {
  const shelf = shelves[0] ?? -1;
  const isSame =
    areTitled(packs, shelf, before) &&
    shelves.every((number) => number === shelf) &&
    onShelf.every((at, place) => at === place);
  if (!isSame) return undefined;
  const lookups = before.prepared[shelf];
  const store = lookups?.store;
  return lookups && store
    ? { lookups: { tables: lookups.tables, store }, readings: () => before.readings()[shelf] }
    : undefined;
}

function statementsOf(claims: Claims): StatementList {
  return {
    length: claims.length,
    at(place) {
      const claim = claims.at(place);
      return claim && claimToStatement(claim);
    },
  };
}

/** Whether the packs of a shelf have the titles that they had, and as many claims. */
function areTitled(packs: readonly Pack[], shelf: number, before: EarlierLoad): boolean {
  const held = shelve(sizedPacks(before.packs))[shelf] ?? [];
  return JSON.stringify(held.map(titleAndSize)) === JSON.stringify(packs.map(titleAndSize));
}

/** What is made of a shelf beside its claims: of what a title names, the claims of its pack are. */
function titleAndSize({ title, claims }: Pick<Pack, 'title'> & { claims: { length: number } }) {
  return [title, claims.length];
}
