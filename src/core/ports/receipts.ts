import type { ClaimRef } from '../claims/claim.ts';
import type { ClaimRevision } from '../claims/revision.ts';
import type { CommunityKey, Platform } from '../keys.ts';

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
}

/** Where claims were told, so that a correction can reach those who read them. */
export interface Receipts {
  /** Never rejects: an answer that was given is given, with a store or without. */
  add(receipt: KeptReceipt): Promise<void>;
  /** The latest first; rejects when the store is lost. */
  about(ref: ClaimRef, limit: number): Promise<readonly KeptReceipt[]>;
}
