import type { UserKey } from '../keys.ts';
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
  readonly by: UserKey | 'start';
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

/** The fingerprint of the last set of claims that loaded, across restarts; undefined before the first. */
export interface LastGood {
  get(): Promise<string | undefined>;
  set(fingerprint: string): Promise<void>;
}
