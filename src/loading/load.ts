import type { Claim } from '../core/claims/claim.ts';
import { type PreparedLookups, packClaimTables } from '../core/claims/claim-tables.ts';
import { claimToStatement } from '../core/claims/claim-to-statement.ts';
import type { Mistake } from '../core/claims/mistake.ts';
import type { Pack, PackFile } from '../core/claims/pack.ts';
import type { PackReading } from '../core/claims/pack-reading.ts';
import { shelve } from '../core/claims/shelves.ts';
import { buildStore } from '../matching/build-store.ts';
import { readStatements, type StatementReadings } from '../matching/index/readings.ts';
import {
  type KnownPacks,
  type PackTrace,
  tracesToKnownPacks,
} from '../storage/packs/known-packs.ts';
import { shownPath } from '../storage/packs/pack-files.ts';
import { openSnapshot, writeSnapshot } from './snapshot.ts';

/** Packs that were read, with all that they are looked up in, as it is handed over or kept. */
export interface Load {
  readonly fingerprint: string;
  readonly packs: readonly { readonly about: PackFile; readonly claims: number }[];
  readonly warnings: readonly Mistake[];
  /** Of all packs, in their order. */
  readonly claims: readonly Claim[];
  /** Of each shelf. */
  readonly prepared: readonly PreparedLookups[];
  /** The statements of each shelf taken apart; only the next load needs them. */
  readonly readings: readonly StatementReadings[];
}

/** @param before an earlier load, some of whose very claims the packs may hold: of these nothing is made again that was made once */
export function prepareLoad(
  reading: Extract<PackReading, { readonly ok: true }>,
  before?: Load,
): Load {
  const { packs, fingerprint, warnings = [] } = reading;
  const placeOf = before ? placesIn(before) : () => undefined;
  const shelves = shelve(packs).map((shelf) => prepareShelf(shelf, before, placeOf));
  return {
    fingerprint,
    packs: packs.map(withoutClaims),
    warnings,
    claims: packs.flatMap((pack) => pack.claims),
    prepared: shelves.map(({ tables, store }) => ({ tables, store })),
    readings: shelves.map(({ readings }) => readings),
  };
}

/** Where a claim stood. */
interface ShelfPlace {
  readonly shelf: number;
  readonly place: number;
}

function placesIn(load: Load): (claim: Claim) => ShelfPlace | undefined {
  const claimsOf = claimsByPack(load);
  const packs = load.packs.map(({ about }) => ({
    ...about,
    claims: claimsOf.get(about.name) ?? [],
  }));
  const places = new Map<Claim, ShelfPlace>();
  for (const [shelf, held] of shelve(packs).entries()) {
    const claims = held.flatMap((pack) => pack.claims);
    for (const [place, claim] of claims.entries()) places.set(claim, { shelf, place });
  }
  return (claim) => places.get(claim);
}

function prepareShelf(
  packs: readonly Pack[],
  before: Load | undefined,
  placeOf: (claim: Claim) => ShelfPlace | undefined,
) {
  const claims = packs.flatMap((pack) => pack.claims);
  const places = claims.map(placeOf);
  // Of a shelf whose packs come from two, since one has grown, those from the other are read anew.
  const shelf = places.find((place) => place !== undefined)?.shelf;
  const earlier = shelf === undefined ? undefined : before?.readings[shelf];
  const statements = claims.map(claimToStatement);
  const readings = readStatements(
    statements,
    earlier && {
      readings: earlier,
      placeOf: (document) => {
        const at = places[document];
        return at?.shelf === shelf ? at?.place : undefined;
      },
    },
  );
  const digestOf = (place: number): bigint | undefined => {
    const at = places[place];
    return at && before?.prepared[at.shelf]?.tables.digests[at.place];
  };
  const tables = packClaimTables(packs, digestOf);
  return { tables, store: buildStore(statements, readings), readings };
}

function withoutClaims({ claims, ...about }: Pack) {
  return { about, claims: claims.length };
}

/** Claims in a part of a snapshot. */
const claimsInPart = 5000;

/** Where a snapshot lies, and the folder of the packs that it is of. */
export interface SnapshotPlace {
  readonly path: string;
  readonly dir: string;
}

/** What the first part of a snapshot holds, for a reading that may have to go no further. */
interface KeptStart extends Pick<Load, 'packs' | 'warnings'> {
  readonly traces: readonly PackTrace[];
  /** The folder of the packs as mistakes name it. */
  readonly shownDir: string;
}

/** What a snapshot holds of a shelf. */
type KeptShelf = { readonly lookups: PreparedLookups; readonly readings: StatementReadings };

/** Keeps a load for the next one. Where it can't be written, that reads the files again. */
export async function keepLoad(
  { path, dir }: SnapshotPlace,
  code: string,
  { fingerprint, packs, warnings, claims, prepared, readings }: Load,
  traces: readonly PackTrace[],
): Promise<void> {
  const start: KeptStart = { packs, warnings, traces, shownDir: shownPath(dir) };
  const parts: unknown[] = [start];
  for (let first = 0; first < claims.length; first += claimsInPart) {
    parts.push(claims.slice(first, first + claimsInPart));
  }
  const shelves = prepared.map((lookups, place): KeptShelf => {
    return { lookups, readings: readings[place] ?? readStatements([]) };
  });
  const arrays = Object.fromEntries(shelves.map((shelf, place) => [`shelf${place}`, shelf]));
  await writeSnapshot(path, { fingerprint, code }, { parts, arrays }).catch(() => {});
}

/** What is kept of the last load. */
export interface KeptLoad {
  readonly fingerprint: string;
  readonly known: KnownPacks;
  /** Undefined where it is damaged. However often it is asked for, its claims are the ones that are known. */
  load(): Promise<Load | undefined>;
}

/** Undefined where there is none of that code, or none that can be read. The same packs may lie elsewhere by now. */
export async function openKeptLoad(
  { path, dir }: SnapshotPlace,
  code: string,
): Promise<KeptLoad | undefined> {
  const snapshot = await openSnapshot(path);
  if (snapshot?.code !== code) return undefined;
  // The code says that this very code wrote it, and the checksums that nothing has changed since.
  const start = (await snapshot.first()) as KeptStart | undefined;
  if (!start) return undefined;
  const { packs, warnings, traces } = movedTo(shownPath(dir), start);
  const { fingerprint } = snapshot;
  const read = async (): Promise<Load | undefined> => {
    const content = await snapshot.content();
    if (!content) return undefined;
    const claims = (content.parts.slice(1) as readonly Claim[][]).flat();
    const shelves = Object.values(content.arrays as Record<string, KeptShelf>);
    const prepared = shelves.map(({ lookups }) => lookups);
    const readings = shelves.map((shelf) => shelf.readings);
    return { fingerprint, packs, warnings, claims, prepared, readings };
  };
  let loaded: ReturnType<typeof read> | undefined;
  const load = (): ReturnType<typeof read> => {
    loaded ??= read();
    return loaded;
  };
  const known = tracesToKnownPacks(traces, async () => {
    const kept = await load();
    return kept && claimsByPack(kept);
  });
  return { fingerprint, known, load };
}

/** The same of packs in another folder. */
function movedTo(dir: string, start: KeptStart): KeptStart {
  const { shownDir, warnings, traces } = start;
  if (shownDir === dir) return start;
  const moved = (path: string): string => path.replace(shownDir, () => dir);
  const movedAll = (mistakes: readonly Mistake[]): readonly Mistake[] =>
    mistakes.map((mistake) => ({ ...mistake, file: moved(mistake.file) }));
  return {
    ...start,
    warnings: movedAll(warnings),
    traces: traces.map(({ imported, ...trace }) => ({
      ...trace,
      warnings: Object.fromEntries(
        Object.entries(trace.warnings).map(([stem, warned]) => [stem, movedAll(warned)]),
      ),
      ...(imported && {
        imported: {
          ...imported,
          shown: moved(imported.shown),
          warnings: movedAll(imported.warnings),
        },
      }),
    })),
  };
}

function claimsByPack({ packs, claims }: Load): ReadonlyMap<string, readonly Claim[]> {
  let end = 0;
  return new Map(
    packs.map(({ about, claims: count }) => {
      end += count;
      return [about.name, claims.slice(end - count, end)];
    }),
  );
}
