import type { CommunityKey, UserKey } from '../keys.ts';
import type { Others } from './processes.ts';

/** Keeps one person or community from wearing the bot out, across processes that share a store. Never rejects. */
export interface Limits {
  /**
   * Within half a second, from memory while the store is slow or lost: acknowledgements wait for it. Takes one use; when
   * there is none left, the time until there is one again, in milliseconds. An event that several processes plan is
   * counted by one of them, where they share what counts, and judged alike by all.
   */
  take(
    user: UserKey,
    community: CommunityKey | undefined,
    event?: string | undefined,
  ): Promise<{ readonly waitMs: number }>;
  /** The same for a completion, of which typing one question takes many: from the memory of this process alone. */
  takeCompletion(user: UserKey): Promise<{ readonly waitMs: number }>;
  /**
   * Whether to tell somebody why they are not answered: of all processes that ask within `silentForMs` one is to. Within
   * half a second; true while the store is slow or lost.
   */
  tellOnce(user: UserKey, silentForMs: number): Promise<boolean>;
}

/** People whom the bot does not answer, on an operator's word. Asked from memory; a change rejects without a store. */
export interface BlockList {
  has(user: UserKey): boolean;
  list(): readonly UserKey[];
  /** With what the other processes say to it. */
  add(user: UserKey): Promise<Others>;
  remove(user: UserKey): Promise<Others>;
}
