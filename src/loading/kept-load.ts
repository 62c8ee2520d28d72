import type { ClaimTables } from '../core/claims/claim-tables.ts';
import { isFeed } from '../core/claims/feed.ts';
import { compareMistakes, type Mistake } from '../core/claims/mistake.ts';
import { openPacks, sizedPacks } from '../core/claims/open-packs.ts';
import { shelve } from '../core/claims/shelves.ts';
import { once } from '../packed/once.ts';
import type { PackedTexts } from '../packed/packed-texts.ts';
import type { PackedPrints } from '../storage/packs/file-print.ts';
import {
  type KnownPacks,
  type PackTrace,
  type PackTraces,
  tracesToKnownPacks,
} from '../storage/packs/known-packs.ts';
import { shownPath } from '../storage/packs/shown-path.ts';
import type { EarlierLoad, HandedLoad, Load, ShelfReadings } from './prepare-load.ts';
import { openSnapshot, writeSnapshot } from './snapshot.ts';

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

/** Keeps a load for the next one. Where it can't be written, that reads the files again. */
export async function keepLoad(
  { path, dir }: SnapshotPlace,
  code: string,
  { fingerprint, packs, warnings, claims, prepared, readings }: Load,
  traces: PackTraces,
  isOutdated?: () => boolean,
): Promise<void> {
  const first: KeptStart = { packs, warnings, traces: traces.packs, shownDir: shownPath(dir) };
  const groups = {
    prints: traces.prints,
    claims,
    tables: byShelf(prepared.map(({ tables }) => tables)),
    ...Object.fromEntries(prepared.map(({ store }, shelf) => [storeOf(shelf), store])),
    readings: byShelf(readings()),
  };
  await writeSnapshot(path, { fingerprint, code }, { first, groups }, isOutdated).catch(() => {});
}

/** What is kept of the last load; undefined where that is damaged. */
export interface KeptLoad {
  readonly fingerprint: string;
  readonly known: KnownPacks;
  /** Begins to read what one of the next two needs, while the files are looked at. */
  bring(what: 'load' | 'earlier'): void;
  load(): Promise<HandedLoad | undefined>;
  /** However often it is asked for, it is read once. */
  earlier(): Promise<EarlierLoad | undefined>;
  /** After this nothing of it is to be had any more. */
  close(): void;
}

/** Whether exactly this is kept, whoever did it. */
export function isKept({ path }: SnapshotPlace, code: string, fingerprint: string): boolean {
  const snapshot = openSnapshot(path);
  snapshot?.close();
  return snapshot?.code === code && snapshot.fingerprint === fingerprint;
}

/** Undefined where there is none of that code, or none that can be read. The same packs may lie elsewhere by now. */
export function openKeptLoad({ path, dir }: SnapshotPlace, code: string): KeptLoad | undefined {
  const snapshot = openSnapshot(path);
  // The code says that this very code wrote it, and the checksums that nothing has changed since.
  const isOurs = snapshot?.code === code;
  const start = isOurs ? (snapshot.first() as KeptStart | undefined) : undefined;
  const prints = isOurs ? (snapshot.group('prints') as PackedPrints | undefined) : undefined;
  if (!snapshot || !start || !prints) {
    snapshot?.close();
    return undefined;
  }
  const { packs, warnings, traces } = movedTo(shownPath(dir), start);
  const { fingerprint } = snapshot;
  const read = () => {
    const claims = snapshot.group('claims') as PackedTexts | undefined;
    const tables = snapshot.group('tables') as ByShelf<ClaimTables> | undefined;
    const prepared = tables && ofShelves(tables).map((made, shelf) => lookupsOf(made, shelf));
    return claims && prepared && { fingerprint, packs, warnings, claims, prepared };
  };
  const lookupsOf = (tables: ClaimTables, shelf: number) => ({
    tables,
    get store() {
      return snapshot.group(storeOf(shelf));
    },
  });
  let bringing = Promise.resolve();
  let bringingReadings = Promise.resolve();
  const known = once(async () => {
    await bringing;
    return read();
  });
  // Of what is damaged there are none: then the claims are read anew.
  const readReadings = once(() => {
    const readings = snapshot.group('readings') as ByShelf<ShelfReadings> | undefined;
    return ofShelves(readings ?? {});
  });
  const earlier = once(async (): Promise<EarlierLoad | undefined> => {
    const kept = await known();
    await bringingReadings;
    return kept && { ...kept, readings: readReadings };
  });
  return {
    fingerprint,
    known: tracesToKnownPacks({ packs: traces, prints }, async () => {
      const kept = await known();
      return kept && new Map(openPacks(kept).map(({ name, claims }) => [name, claims]));
    }),
    bring(what) {
      const stores = shelve(sizedPacks(packs)).map((_, shelf) => storeOf(shelf));
      bringing = snapshot.bring(['claims', 'tables', ...(what === 'load' ? stores : [])]);
      if (what === 'earlier') bringingReadings = snapshot.bring(['readings']);
    },
    async load() {
      await bringing;
      const kept = read();
      const prepared = kept?.prepared.flatMap(({ tables, store }) =>
        store ? { tables, store } : [],
      );
      return kept && prepared?.length === kept.prepared.length ? { ...kept, prepared } : undefined;
    },
    earlier,
    close: () => snapshot.close(),
  };
}

/** The group of a snapshot with what a shelf is looked up in. */
function storeOf(shelf: number): string {
  return `store${shelf}`;
}

/** By names, as a snapshot has arrays. */
type ByShelf<Arrays> = Readonly<Record<string, Arrays>>;

function byShelf<Arrays>(shelves: readonly Arrays[]): ByShelf<Arrays> {
  return Object.fromEntries(shelves.map((arrays, place) => [`shelf${place}`, arrays]));
}

function ofShelves<Arrays>(shelves: ByShelf<Arrays>): readonly Arrays[] {
  return Object.values(shelves);
}

/** The same of packs in another folder. */
function movedTo(dir: string, start: KeptStart): KeptStart {
  const { shownDir, warnings, traces } = start;
  if (shownDir === dir) return start;
  const [from, to] = [folderStart(shownDir), folderStart(dir)];
  const isInside = (path: string): boolean => path.startsWith(from) && !isFeed(path);
  const moved = (path: string): string =>
    isInside(path) ? `${to}${path.slice(from.length)}` : path;
  const movedAll = (mistakes: readonly Mistake[]): readonly Mistake[] =>
    mistakes.map((mistake) => ({ ...mistake, file: moved(mistake.file) })).sort(compareMistakes);
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

/** How the paths of what lies in a folder begin, as mistakes name them. */
function folderStart(shownDir: string): string {
  return shownDir === '.' ? '' : `${shownDir}/`;
}
