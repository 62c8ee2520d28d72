import type { CommunityKey, UserKey } from '../keys.ts';
import type { Others } from './processes.ts';

import type { Settings } from './settings.ts';

/** One change of a community's settings: who, when, what, before and after. */
export interface SettingsChange {
  /** ISO 8601 instant. */
  readonly at: string;
  readonly by: UserKey;
  readonly before: Settings;
  readonly after: Settings;
}

/** Settings as they are now, and what the other processes say to it. */
export interface ChangedSettings {
  readonly settings: Settings;
  readonly others: Others;
}

/** The communities that the bot is in, and what they decided. */
export interface Communities {
  /**
   * From memory, because an acknowledgement depends on it and can't wait for the store; the defaults for a community
   * that changed nothing. Another process's change shows within two seconds, or a minute after a store that was away is back.
   */
  settings(community: CommunityKey | undefined): Settings;
  /** Keeps the change and its audit record; rejects when the store is lost, so that nobody believes it was kept. */
  change(
    community: CommunityKey,
    by: UserKey,
    changes: Partial<Settings>,
  ): Promise<ChangedSettings>;
  /** The latest first; rejects when the store is lost. */
  changes(community: CommunityKey, limit: number): Promise<readonly SettingsChange[]>;
  /** Communities that the bot is in or still holds data of. */
  list(): Promise<readonly CommunityKey[]>;
  /** The bot came in, or is seen to be in: a removal that was planned is called off. Never rejects. */
  joined(community: CommunityKey): Promise<void>;
  /** The bot left: what is held of the community is removed once the grace time has passed. Never rejects. */
  left(community: CommunityKey): Promise<void>;
  /** Removes what is held of communities that the bot left more than the grace time ago; returns them. Never rejects. */
  removeLeft(): Promise<readonly CommunityKey[]>;
}
