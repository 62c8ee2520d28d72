import type { Keyv } from 'keyv';
import type { Ledger } from '../../../core/ports/ledger.ts';
import type { Announcements } from './announcements.ts';
import type { RedisClient } from './redis-client.ts';

/** What outlives the process, as far as its kind allows: one Keyv a namespace, and a ledger, over one connection. */
export interface Store {
  /** The address without its secrets. */
  readonly name: string;
  /** All operations reject when the store fails. Namespaces hold no colon: Keyv cuts keys there. */
  keyv<Value>(namespace: string): Keyv<Value>;
  /** Rejects as the store does. `clock` tells what has expired where the store has no clock of its own. */
  createLedger(clock: () => Date): Ledger;
  /** Takes out what has expired, so that it can't be read from the store's files either. Rejects as the store does. */
  tidy(clock: () => Date): Promise<void>;
  /** What processes that share the store tell one another, heard from here on. Called once. */
  openAnnouncements(clock: () => Date): Promise<Announcements>;
  /** The connection, where several processes share the store. */
  readonly redis?: RedisClient;
  close(): Promise<void>;
}
