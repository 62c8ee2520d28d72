import type { Platform } from '../keys.ts';
import type { NotSentReason, Standing } from './sender.ts';

/** Something that is to be said, or changed, once: whatever happens to the process that wants it. */
export interface OutboxItem {
  /** Of all that are added under one key within ninety days, one goes out. It holds no text and names nobody. */
  readonly key: string;
  readonly platform: Platform;
  /** Names the `Errand` that knows what to do with `data`. */
  readonly kind: string;
  /** Anything that JSON can hold: where it goes, and from what its words are made when it goes. */
  readonly data: unknown;
  /** How long it is kept once it is done with, in milliseconds; ninety days unless given. */
  readonly forgetAfterMs?: number | undefined;
  /** How long it may wait at most, in milliseconds; ninety days unless given. */
  readonly waitsForMs?: number | undefined;
}

/** Where things wait until they are said; they outlive the process, and any process over the store may say them. */
export interface Outbox {
  /** True for the first item of its key. Once it resolves, the item is kept. Rejects when the store is lost. */
  add(item: OutboxItem): Promise<boolean>;
  /** Items whose keys begin with `prefix`, ordered by key, from behind `after`. Rejects when the store is lost. */
  list(prefix: string, after: string | undefined, limit: number): Promise<readonly OutboxRecord[]>;
}

/** The side of the outbox that sends. All of it rejects when the store is lost. */
export interface OutboxQueue extends Outbox {
  /** Keys of items that are due; at most `limit`. */
  due(platform: Platform, limit: number): Promise<readonly string[]>;
  /**
   * Takes an item for `leaseMs`; undefined while another process has it, for one that is not due, and for one that is done with. Whoever takes
   * it saves what becomes of it and releases it. A lease that ran out is anybody's.
   */
  take(key: string, leaseMs: number): Promise<OutboxRecord | undefined>;
  /** Adds an item that is due only after `takenForMs`, unless saved anew; undefined where there is one of its key, or was. */
  addTaken(item: OutboxItem, takenForMs: number): Promise<OutboxRecord | undefined>;
  /** Of one that is done with it is kept that its steps were done, and neither what they showed nor where. */
  save(record: OutboxRecord): Promise<void>;
  /** As if it had never been added. */
  discard(record: OutboxRecord): Promise<void>;
  /** Whoever has it goes on having it, for `leaseMs` from now on. */
  hold(key: string, leaseMs: number): Promise<void>;
  release(key: string): Promise<void>;
}

/**
 * `waiting`: not yet, or not wholly. `sent`: all that could be done was done, `unsure` if part of it may have been
 * done or not and is not tried again. `unneeded`: there was nothing left to do. `failed`: it can't be done.
 */
export type OutboxState = 'waiting' | 'sent' | 'unsure' | 'unneeded' | 'failed';

export interface OutboxRecord extends OutboxItem {
  readonly state: OutboxState;
  /** ISO 8601 instants. */
  readonly addedAt: string;
  readonly changedAt: string;
  readonly nextTryAt: string;
  readonly attempts: number;
  /** What was begun, by the name of the step. */
  readonly steps: Readonly<Record<string, OutboxStep>>;
  /** Why it waits, failed or was done in part only. */
  readonly why?: NotSentReason | undefined;
}

export interface OutboxStep {
  /** ISO 8601 instant. */
  readonly begunAt: string;
  readonly state: 'begun' | 'done' | 'unsure';
  /** What it shows, where the errand said so; all that it may show where several processes were at it. */
  readonly shows?: readonly string[] | undefined;
  /** Where that came to stand. */
  readonly standing?: Standing | undefined;
}
