import type { UserKey } from '../keys.ts';

/** What changes the set of claims by itself: the start of a process, files that are watched, addresses that are looked for again. */
export const automaticChangers = ['start', 'watch', 'refresh'] as const;

/** Who changed the set of claims: somebody, or the bot by itself. */
export type Changer = UserKey | (typeof automaticChangers)[number];

/** How many claims a reload added, removed and changed in a pack. */
export interface ChangeCounts {
  readonly pack: string;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

export interface ReloadRecord {
  /** ISO 8601 instant. */
  readonly at: string;
  readonly by: Changer;
  readonly result: 'loaded' | 'failed' | 'undone';
  readonly changes: readonly ChangeCounts[];
  /** Fingerprint of the claims in use afterwards. */
  readonly fingerprint: string;
}

/** Remembers reloads across restarts. Never rejects: without a store it forgets. */
export interface ReloadHistory {
  record(reload: ReloadRecord): Promise<void>;
  /** The latest first. */
  recent(limit: number): Promise<readonly ReloadRecord[]>;
}

/** The set of claims that was in use last, by fingerprints. */
export interface LastSet {
  readonly fingerprint: string;
  /** What the files held when somebody went back to this set: a restart is not to bring it back. */
  readonly insteadOf?: string | undefined;
}

/** The last set in use, across restarts; undefined before the first. Never rejects: without a store it forgets. */
export interface LastGood {
  get(): Promise<LastSet | undefined>;
  set(last: LastSet): Promise<void>;
}
