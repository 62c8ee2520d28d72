import type { PreparedShelves } from './claim-tables.ts';
import type { KeptSets } from './kept-sets.ts';
import type { Mistake } from './mistake.ts';
import { MistakesError } from './mistakes-error.ts';
import type { Pack } from './pack.ts';
import type { PackReading } from './pack-reading.ts';
import type { LastSet } from './reload-history.ts';

/**
 * What became of the files: they are in use; they held mistakes, so that an earlier set is; or somebody went back to an
 * earlier set than they hold.
 */
export type FilesState =
  | { readonly state: 'used' }
  | { readonly state: 'broken'; readonly mistakes: readonly Mistake[] }
  | { readonly state: 'passed-over' };

/** What a process begins with. */
export interface FirstSet {
  readonly packs: readonly Pack[];
  readonly fingerprint: string;
  readonly prepared?: PreparedShelves | undefined;
  readonly files: FilesState;
  /** That of the files when they were last without mistakes, as far as anybody knows. */
  readonly filesFingerprint: string | undefined;
}

/**
 * The files, where they can be used and nobody went back from just these; else the last good set.
 * @throws {MistakesError} when the files hold mistakes and no set was kept.
 */
export async function chooseFirstSet(
  reading: PackReading,
  last: LastSet | undefined,
  sets: KeptSets,
): Promise<FirstSet> {
  if (!reading.ok) {
    const { mistakes } = reading;
    const kept = await lastGoodSet(last, sets);
    if (!kept) throw new MistakesError(`The packs hold mistakes: ${mistakes.length}.`, mistakes);
    return { ...kept, files: { state: 'broken', mistakes }, filesFingerprint: last?.insteadOf };
  }
  const { packs, fingerprint, prepared } = reading;
  if (last?.insteadOf === fingerprint) {
    const kept = await keptSet(last.fingerprint, sets);
    if (kept) return { ...kept, files: { state: 'passed-over' }, filesFingerprint: fingerprint };
  }
  return { packs, fingerprint, prepared, files: { state: 'used' }, filesFingerprint: fingerprint };
}

type BareSet = Pick<FirstSet, 'packs' | 'fingerprint'>;

/** The one in use last; where that can't be read, the newest that can. */
async function lastGoodSet(
  last: LastSet | undefined,
  sets: KeptSets,
): Promise<BareSet | undefined> {
  const newest = (await sets.list().catch(() => [])).map(({ fingerprint }) => fingerprint);
  for (const fingerprint of [...(last ? [last.fingerprint] : []), ...newest]) {
    const set = await keptSet(fingerprint, sets);
    if (set) return set;
  }
  return undefined;
}

/** A store that is away holds none. */
async function keptSet(fingerprint: string, sets: KeptSets): Promise<BareSet | undefined> {
  const packs = await sets.packs(fingerprint).catch(() => undefined);
  return packs && { packs, fingerprint };
}
