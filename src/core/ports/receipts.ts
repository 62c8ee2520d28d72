import type { ClaimRef } from '../claims/claim.ts';
import type { ClaimRevision } from '../claims/revision.ts';
import type { CommunityKey, Platform } from '../keys.ts';
import type { Detail } from './settings.ts';

/** Where an answer stands, by the platform's ids. */
export interface Address {
  readonly platform: Platform;
  /** Undefined where only the asker installed the bot. */
  readonly community: CommunityKey | undefined;
  readonly channel: string;
  /** The thread in that channel, where it stands in one: its id on Discord, its `thread_ts` on Slack. */
  readonly thread: string | undefined;
  /** Its id, on Slack its `ts`; undefined where the platform does not tell. */
  readonly message: string | undefined;
}

/** That a revision of a claim was told to a channel, and where. Nothing tells who asked, or what. */
export interface KeptReceipt extends ClaimRevision {
  /** ISO 8601 instant. */
  readonly at: string;
  readonly address: Address;
  /** Whether the bot can still change the answer, so far as it knows. */
  readonly canBeEdited: boolean;
  /** How it was told, so that it can be told again; undefined in what an earlier version kept. */
  readonly shown?: ShownAnswer | undefined;
  readonly corrected?: Corrected | undefined;
}

export interface ShownAnswer {
  /** BCP 47. */
  readonly locale: string;
  readonly detail: Detail;
  /** The id of the kept answer under its buttons; undefined where it has none. */
  readonly answer: string | undefined;
  readonly isShared: boolean;
  /** False where it tells of other claims too, or of words that nobody has kept: then it can't be written anew. */
  readonly isWhole: boolean;
}

/** That a standing answer was changed. The receipt's revision is what it shows now. */
export interface Corrected {
  readonly times: number;
  /** What it showed at first. */
  readonly original: string;
}

/** A receipt as the store names it. */
export interface StandingReceipt extends KeptReceipt {
  readonly id: string;
}

/** Where claims were told, so that a correction can reach those who read them. */
export interface Receipts {
  /**
   * What a message tells of a claim, as of an instant, is kept once, however often it is added, and then stays as it is. Never
   * rejects: an answer that was given is given, with a store or without.
   */
  add(receipt: KeptReceipt): Promise<void>;
  /** The latest first; rejects when the store is lost. */
  about(ref: ClaimRef, limit: number): Promise<readonly StandingReceipt[]>;
  /** All of a claim after all of another; of each the latest first. `after`: the last id of the page before. Rejects when the store is lost. */
  page(after: string | undefined, limit: number): Promise<readonly StandingReceipt[]>;
  /** Rejects when the store is lost. */
  find(id: string): Promise<StandingReceipt | undefined>;
  /** Writes what became of the answer. Rejects when the store is lost. */
  change(receipt: StandingReceipt): Promise<void>;
}
