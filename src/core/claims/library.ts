import type { CreateMatcher } from '../../matching/matcher.ts';
import type { UserKey } from '../keys.ts';

import { UserError } from '../texts/user-error.ts';
import { compareClaims, type PackChanges } from './claim-changes.ts';
import { type ClaimSet, createClaimSet } from './claim-set.ts';
import type { Mistake } from './mistake.ts';
import { MistakesError } from './mistakes-error.ts';
import type { Pack } from './pack.ts';
import type { LastGood, ReloadHistory, ReloadRecord } from './reload-history.ts';

/** Everything that was read, or everything that is wrong with it. */
export type PackReading =
  | {
      readonly ok: true;
      readonly packs: readonly Pack[];
      readonly fingerprint: string;
      /** What somebody should look at again, though nothing is wrong. */
      readonly warnings?: readonly Mistake[];
    }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** The packs are those of a set that is held already; nothing of them was parsed. */
export interface HeldReading {
  readonly ok: true;
  readonly held: string;
}

/**
 * Reads and validates all packs, unless they have one of these fingerprints.
 * @param held fingerprints of the sets that are held
 */
export type ReadPacks = (held: readonly string[]) => Promise<PackReading | HeldReading>;

export type ReloadOutcome =
  | { readonly outcome: 'loaded'; readonly changes: readonly PackChanges[] }
  | { readonly outcome: 'failed'; readonly mistakes: readonly Mistake[] };

/** Whether a process took over the claims of another: its own files may say otherwise, or hold mistakes. */
export type Following = 'taken' | 'differs' | 'broken';

/** The claims in use, and how they are replaced: read all, validate all, compare, swap one reference. */
export interface Library {
  /** Whether the packs on disk were edited between the last run of the bot and this one. */
  readonly changedSinceLastRun: boolean;
  /** The set in use. Take it once per invocation, so that one answer never mixes two sets. */
  readonly current: ClaimSet;
  /** A failure leaves the old set in use. Asked twice at once, one reload runs and both get its result. */
  reload(by: UserKey): Promise<ReloadOutcome>;
  /** Goes back to the set before the last reload, once: another reload reads the files again. */
  undo(by: UserKey): Promise<readonly PackChanges[]>;
  /** Takes over the set of that fingerprint, which another process loaded or went back to; keeps the old one if it can't. */
  follow(fingerprint: string, change: 'loaded' | 'undone'): Promise<Following>;
  /** The latest first. */
  reloads(limit: number): Promise<readonly ReloadRecord[]>;
}

type SetReading =
  | { readonly ok: true; readonly set: ClaimSet }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

export interface LibraryParts {
  readonly read: ReadPacks;
  readonly createMatcher: CreateMatcher;
  readonly history: ReloadHistory;
  readonly lastGood: LastGood;
  readonly clock: () => Date;
}

/**
 * Loads the packs for the first time.
 * @throws {MistakesError} when they hold a mistake: there is no old set to fall back on.
 */
export async function openLibrary({
  read,
  createMatcher,
  history,
  lastGood,
  clock,
}: LibraryParts): Promise<Library> {
  const first = await readSet([]);
  if (!first.ok)
    throw new MistakesError(`The packs hold mistakes: ${first.mistakes.length}.`, first.mistakes);
  let current = first.set;
  let previous: ClaimSet | undefined;
  let reloading: Promise<ReloadOutcome> | undefined;

  async function record(
    by: UserKey | 'start',
    result: ReloadRecord['result'],
    changes: readonly PackChanges[],
  ): Promise<void> {
    await lastGood.set(current.fingerprint);
    await history.record({
      at: clock().toISOString(),
      by,
      result,
      fingerprint: current.fingerprint,
      changes: changes.map(({ pack, added, removed, changed }) => ({
        pack,
        added: added.length,
        removed: removed.length,
        changed: changed.length,
      })),
    });
  }

  function swap(next: ClaimSet): void {
    // A reload of the same files leaves nothing to undo, so the one before stays undoable.
    if (next.fingerprint !== current.fingerprint) previous = current;
    current = next;
  }

  async function readSet(held: readonly ClaimSet[]): Promise<SetReading> {
    const reading = await read(held.map(({ fingerprint }) => fingerprint));
    if (!reading.ok) return reading;
    if (!('held' in reading)) return { ok: true, set: createClaimSet(reading, createMatcher) };
    const set = held.find(({ fingerprint }) => fingerprint === reading.held);
    if (!set) throw new Error(`No set with the fingerprint ${reading.held} is held.`);
    return { ok: true, set };
  }

  const heldSets = (): readonly ClaimSet[] => [current, ...(previous ? [previous] : [])];

  async function reload(by: UserKey): Promise<ReloadOutcome> {
    const reading = await readSet(heldSets());
    if (!reading.ok) {
      await record(by, 'failed', []);
      return { outcome: 'failed', mistakes: reading.mistakes };
    }
    const next = reading.set;
    const changes = compareClaims(current.packs, next.packs);
    swap(next);
    await record(by, 'loaded', changes);
    return { outcome: 'loaded', changes };
  }

  async function findSet(fingerprint: string): Promise<ClaimSet | Exclude<Following, 'taken'>> {
    const held = heldSets().find((set) => set.fingerprint === fingerprint);
    if (held) return held;
    const reading = await readSet(heldSets());
    if (!reading.ok) return 'broken';
    return reading.set.fingerprint === fingerprint ? reading.set : 'differs';
  }

  const lastRun = await lastGood.get();
  await record('start', 'loaded', []);
  return {
    changedSinceLastRun: lastRun !== undefined && lastRun !== current.fingerprint,
    get current() {
      return current;
    },
    reload(by) {
      reloading ??= reload(by).finally(() => {
        reloading = undefined;
      });
      return reloading;
    },
    async undo(by) {
      if (!previous) throw new UserError('admin.nothingToUndo');
      const changes = compareClaims(current.packs, previous.packs);
      current = previous;
      previous = undefined;
      await record(by, 'undone', changes);
      return changes;
    },
    async follow(fingerprint, change) {
      // One that has begun will not have read what was loaded elsewhere since.
      await reloading?.catch(() => {});
      const next = await findSet(fingerprint);
      if (typeof next === 'string') return next;
      swap(next);
      if (change === 'undone') previous = undefined;
      return 'taken';
    },
    reloads: (limit) => history.recent(limit),
  };
}
