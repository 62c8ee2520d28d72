import type { Claim } from '../core/claims/claim.ts';
import { type PreparedLookups, packClaimTables, rowAt } from '../core/claims/claim-tables.ts';
import { claimToStatement } from '../core/claims/claim-to-statement.ts';
import type { Mistake } from '../core/claims/mistake.ts';
import { type PackedPacks, sizedPacks } from '../core/claims/open-packs.ts';
import type { Pack } from '../core/claims/pack.ts';
import type { PackReading } from '../core/claims/pack-reading.ts';
import { startsOf } from '../core/claims/pack-starts.ts';
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

/** What of a load goes to the thread that answers. */
export interface HandedLoad extends PackedPacks {
  readonly fingerprint: string;
  readonly warnings: readonly Mistake[];
}

/** A load of which some claims may be as they were: of these nothing is made again. */
export interface EarlierLoad {
  readonly load: Load;
  /** Its claims in their order; a reading that knows one of them gives the very same. */
  readonly claims: readonly Claim[];
}

/** @param onClaim called for each claim several times on the way */
export function prepareLoad(
  reading: Extract<PackReading, { readonly ok: true }>,
  earlier?: EarlierLoad,
  onClaim: () => void = () => {},
): Load {
  const { packs, fingerprint, warnings = [] } = reading;
  const placeOf = earlier ? placesIn(earlier) : () => undefined;
  const shelves = shelve(packs).map((shelf) =>
    prepareShelf(shelf, earlier?.load, placeOf, onClaim),
  );
  const claims = packs.flatMap((pack) => [...pack.claims]);
  const known = earlier && {
    made: earlier.load.claims,
    placeOf: (place: number) => claims[place] && placeOf(claims[place])?.place,
  };
  const textAt = (place: number): string => {
    onClaim();
    return JSON.stringify(claims[place]);
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

type EarlierPlaces = (claim: Claim) => EarlierPlace | undefined;

function placesIn({ load: { packs }, claims }: EarlierLoad): EarlierPlaces {
  const sized = sizedPacks(packs);
  const starts = startsOf(sized);
  const places = new Map<Claim, EarlierPlace>();
  for (const [shelf, held] of shelve(sized).entries()) {
    let onShelf = 0;
    for (const { number } of held) {
      const end = starts[number + 1] ?? 0;
      for (let place = starts[number] ?? 0; place < end; place += 1) {
        const claim = claims[place];
        if (claim) places.set(claim, { place, shelf, onShelf });
        onShelf += 1;
      }
    }
  }
  return (claim) => places.get(claim);
}

/** A shelf with all that was made of it. */
interface MadeShelf {
  readonly lookups: PreparedLookups;
  readonly readings: ShelfReadings;
}

function prepareShelf(
  packs: readonly Pack[],
  before: Load | undefined,
  placeOf: EarlierPlaces,
  onClaim: () => void,
): MadeShelf {
  const claims = packs.flatMap((pack) => [...pack.claims]);
  const places = claims.map(placeOf);
  const same = before && sameShelf(packs, places, before);
  if (same) return same;
  // Of a shelf whose packs come from two, since one has grown, those from the other are read anew.
  const shelf = places.find((place) => place !== undefined)?.shelf;
  const earlier = shelf === undefined ? undefined : before?.readings[shelf];
  const earlierPlaceOf = (place: number): number | undefined => {
    const at = places[place];
    return at?.shelf === shelf ? at?.onShelf : undefined;
  };
  const known = <Made>(made: Made | undefined): Earlier<Made> | undefined =>
    made && { made, placeOf: earlierPlaceOf };
  const statements = claims.map(claimToStatement);
  const readings: ShelfReadings = {
    statements: readStatements(statements, known(earlier?.statements), onClaim),
    subjects: readSubjects(claims, known(earlier?.subjects), onClaim),
  };
  const tables = packClaimTables(packs, readings.subjects, (place) => {
    onClaim();
    const at = places[place];
    const tables = at && before?.prepared[at.shelf]?.tables;
    return tables && rowAt(tables, at.onShelf);
  });
  return {
    lookups: { tables, store: buildStore(statements, readings.statements, onClaim) },
    readings,
  };
}

/** The shelf as it was, where it holds the claims that it held, and no others. */
function sameShelf(
  packs: readonly Pack[],
  places: readonly (EarlierPlace | undefined)[],
  before: Load,
): MadeShelf | undefined {
  const shelf = places[0]?.shelf ?? -1;
  const held = shelve(sizedPacks(before.packs))[shelf];
  const [lookups, readings] = [before.prepared[shelf], before.readings[shelf]];
  const isSame =
    held !== undefined &&
    JSON.stringify(held.map(titleAndSize)) === JSON.stringify(packs.map(titleAndSize)) &&
    places.every((at, place) => at?.shelf === shelf && at.onShelf === place);
  return isSame && lookups && readings ? { lookups, readings } : undefined;
}

/** What is made of a shelf beside its claims: of what a title names, the claims of its pack are. */
function titleAndSize({ title, claims }: Pick<Pack, 'title'> & { claims: { length: number } }) {
  return [title, claims.length];
}
