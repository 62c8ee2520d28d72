import { joinClaims } from '../core/claims/claim-list.ts';
import { type PreparedLookups, packClaimTables } from '../core/claims/claim-tables.ts';
import { claimToStatement } from '../core/claims/claim-to-statement.ts';
import type { Mistake } from '../core/claims/mistake.ts';
import { type PackedPacks, sizedPacks } from '../core/claims/open-packs.ts';
import type { Pack } from '../core/claims/pack.ts';
import type { PackReading } from '../core/claims/pack-reading.ts';
import { startsOf } from '../core/claims/pack-starts.ts';
import { earlierPlaceIn } from '../core/claims/renewed-claims.ts';
import { shelve } from '../core/claims/shelves.ts';
import { readSubjects, type SubjectReadings } from '../core/claims/subject-readings.ts';
import { buildStore } from '../matching/build-store.ts';
import { readStatements, type StatementReadings } from '../matching/index/readings.ts';
import type { Earlier } from '../packed/earlier.ts';
import { packTexts } from '../packed/packed-texts.ts';

/** Packs that were read, with all that they are looked up in, as it is handed over or kept. */
export interface Load extends HandedLoad {
  /** Of each shelf; only the next load needs them. */
  readonly readings: readonly ShelfReadings[];
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
  const before = earlier && openEarlier(earlier);
  const shelves = shelve(packs).map((shelf) => prepareShelf(shelf, before, onClaim));
  const claims = joinClaims(packs.map((pack) => pack.claims));
  const places = before && placesIn(before, packs);
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
    readings: shelves.map(({ readings }) => readings),
  };
}

/** Where a claim stood: among those of all packs, and on its shelf. */
interface EarlierPlace {
  readonly place: number;
  readonly shelf: number;
  readonly onShelf: number;
}

interface OpenedEarlier {
  readonly load: EarlierLoad;
  /** Where each pack began, by its name. */
  readonly starts: ReadonlyMap<string, EarlierPlace>;
}

function openEarlier(load: EarlierLoad): OpenedEarlier {
  const sized = sizedPacks(load.packs);
  const places = startsOf(sized);
  const starts = new Map<string, EarlierPlace>();
  for (const [shelf, held] of shelve(sized).entries()) {
    const startsOnShelf = startsOf(held);
    for (const [at, { name, number }] of held.entries()) {
      starts.set(name, {
        place: places[number] ?? 0,
        shelf,
        onShelf: startsOnShelf[at] ?? 0,
      });
    }
  }
  return { load, starts };
}

/** Where claims of packs stood, one pack after the other; -1 for one that is new or another. */
interface EarlierPlaces {
  readonly shelves: Int32Array;
  /** Among those of all packs. */
  readonly all: Int32Array;
  readonly onShelf: Int32Array;
}

function placesIn({ starts }: OpenedEarlier, packs: readonly Pack[]): EarlierPlaces {
  const length = packs.reduce((sum, { claims }) => sum + claims.length, 0);
  const shelves = new Int32Array(length).fill(-1);
  const all = shelves.slice();
  const onShelf = shelves.slice();
  let next = 0;
  for (const { name, claims } of packs) {
    const start = starts.get(name);
    for (let at = 0; at < claims.length; at += 1, next += 1) {
      const among = start && earlierPlaceIn(claims, at);
      if (start === undefined || among === undefined) continue;
      shelves[next] = start.shelf;
      all[next] = start.place + among;
      onShelf[next] = start.onShelf + among;
    }
  }
  return { shelves, all, onShelf };
}

function placeAmong(places: Int32Array | undefined, place: number): number | undefined {
  const among = places?.[place] ?? -1;
  return among < 0 ? undefined : among;
}

/** A shelf with all that was made of it. */
interface MadeShelf {
  readonly lookups: PreparedLookups;
  readonly readings: ShelfReadings;
}

function prepareShelf(
  packs: readonly Pack[],
  before: OpenedEarlier | undefined,
  onClaim: () => void,
): MadeShelf {
  const claims = joinClaims(packs.map((pack) => pack.claims));
  const places = before && placesIn(before, packs);
  const same = before && places && sameShelf(packs, places, before.load);
  if (same) return same;
  // Of a shelf whose packs come from two, since one has grown, those from the other are read anew.
  const shelf = places?.shelves.find((number) => number >= 0);
  const earlier = shelf === undefined ? undefined : before?.load.readings[shelf];
  const earlierPlaceOf = (place: number): number | undefined =>
    places?.shelves[place] === shelf ? placeAmong(places?.onShelf, place) : undefined;
  const known = <Made>(made: Made | undefined): Earlier<Made> | undefined =>
    made && { made, placeOf: earlierPlaceOf };
  const statements = {
    length: claims.length,
    at(place: number) {
      const claim = claims.at(place);
      return claim && claimToStatement(claim);
    },
  };
  const readings: ShelfReadings = {
    statements: readStatements(statements, known(earlier?.statements), onClaim),
    subjects: readSubjects(claims, known(earlier?.subjects), onClaim),
  };
  const earlierTables = shelf === undefined ? undefined : before?.load.prepared[shelf]?.tables;
  const tables = packClaimTables(packs, readings.subjects, known(earlierTables));
  const store = buildStore(statements, readings.statements, onClaim);
  return { lookups: { tables, store }, readings };
}

/** The shelf as it was, where it holds the claims that it held, and no others. */
function sameShelf(
  packs: readonly Pack[],
  { shelves, onShelf }: EarlierPlaces,
  before: EarlierLoad,
): MadeShelf | undefined {
  const shelf = shelves[0] ?? -1;
  const held = shelve(sizedPacks(before.packs))[shelf];
  const isSame =
    held !== undefined &&
    JSON.stringify(held.map(titleAndSize)) === JSON.stringify(packs.map(titleAndSize)) &&
    shelves.every((number) => number === shelf) &&
    onShelf.every((at, place) => at === place);
  if (!isSame) return undefined;
  const [lookups, readings] = [before.prepared[shelf], before.readings[shelf]];
  const store = lookups?.store;
  return lookups && store && readings
    ? { lookups: { tables: lookups.tables, store }, readings }
    : undefined;
}

/** What is made of a shelf beside its claims: of what a title names, the claims of its pack are. */
function titleAndSize({ title, claims }: Pick<Pack, 'title'> & { claims: { length: number } }) {
  return [title, claims.length];
}
