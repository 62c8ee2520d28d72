import type { UserKey } from '../keys.ts';
import type { Claim } from './claim.ts';
import type { PackChanges } from './claim-changes.ts';
import type { WholeClaimSet } from './claim-set.ts';
import type { EditorialDecision } from './decisions.ts';
import type { FilesState } from './first-set.ts';
import type { KeptSet } from './kept-sets.ts';
import type { Mistake } from './mistake.ts';
import type { Changer, ReloadRecord } from './reload-history.ts';
import type { RevisedClaim } from './revised-claims.ts';

export type ReloadOutcome =
  | { readonly outcome: 'loaded'; readonly changes: readonly PackChanges[] }
  | { readonly outcome: 'failed'; readonly mistakes: readonly Mistake[] };

/** What a reload would come to just now. */
export type Rehearsal =
  | {
      readonly outcome: 'would-load';
      readonly changes: readonly PackChanges[];
      /** The claims of which readers would see something else. */
      readonly revised: readonly RevisedClaim[];
      readonly warnings: readonly Mistake[];
    }
  | { readonly outcome: 'would-fail'; readonly mistakes: readonly Mistake[] };

export interface Rollback {
  readonly to: KeptSet;
  readonly changes: readonly PackChanges[];
}

/** Whether a process took over the claims of another: its own files may say otherwise, or hold mistakes. */
export type Following = 'taken' | 'differs' | 'broken';

/** The claims in use, and how they are replaced: read all, validate all, compare, swap one reference. */
export interface Library {
  /** Whether the packs on disk were edited between the last run of the bot and this one. */
  readonly changedSinceLastRun: boolean;
  /** The set in use. Take it once per invocation, so that one answer never mixes two sets. */
  readonly current: WholeClaimSet;
  /** What became of the files when they were last read. */
  readonly files: FilesState;
  /** A failure leaves the old set in use. Asked twice at once, one reload runs and both get its result. */
  reload(by: Changer): Promise<ReloadOutcome>;
  /** Reads and validates as a reload does, and changes nothing. */
  rehearse(): Promise<Rehearsal>;
  /** The sets to go back to, the newest first: their places are the numbers that `rollback` takes. */
  sets(): Promise<readonly KeptSet[]>;
  /**
   * Goes to a set by its number, which stays the same until another set is loaded; or, without one, to the set before the one in
   * use. It stays in use until a reload, or a restart that finds other files.
   * @throws {UserError} where there is no such set.
   */
  rollback(by: UserKey, number?: number): Promise<Rollback>;
  /** Takes over the set of that fingerprint, which another process loaded or went back to; keeps the old one if it can't. */
  follow(fingerprint: string, change: 'loaded' | 'undone'): Promise<Following>;
  /**
   * Keeps what somebody decided about a claim, and takes it over at once; it stays on top of the files, whatever is loaded.
   * Resolves with what the claim is then: undefined for a draft that was withdrawn.
   * @throws {UserError} as `checkDecision` does, and a `DecisionWaitsError` where it is kept and can't be taken over yet; rejects when the
   * store is lost.
   */
  decide(decision: NewDecision): Promise<Claim | undefined>;
  /** Takes over what was decided in another process. Rejects when the store is lost. */
  followDecisions(): Promise<void>;
  /** The latest first. */
  reloads(limit: number): Promise<readonly ReloadRecord[]>;
}

/** The instant is the library's to say. */
export type NewDecision = WithoutInstant<EditorialDecision>;
type WithoutInstant<D> = D extends EditorialDecision ? Omit<D, 'at'> : never;
