/**
 * What processes that share a store do together, and a key-value store can't give: claims that one of them gets,
 * records read by the beginning of their keys, and streams whose entries go to one taker each. Everything rejects with
 * `StoreLostError` while the store is away or too slow; what was to be written may then be written or not.
 */
export interface Ledger {
  /**
   * Set-if-absent: of all who claim a key, in all processes, one gets true, and the rest false until the key is
   * released or `lifetimeMs` are over.
   */
  claim(key: string, lifetimeMs: number): Promise<boolean>;
  /** Whoever holds the key holds it for `lifetimeMs` from now on; nothing where nobody does. */
  extend(key: string, lifetimeMs: number): Promise<void>;
  /** Lets a key be claimed again, whoever holds it. */
  release(key: string): Promise<void>;

  /** Undefined if there is no record of that key. */
  get(key: string): Promise<LedgerRecord | undefined>;
  /** Writes a record (anything that JSON can hold) over one of the same key; with `lifetimeMs` it is gone after that. */
  put(key: string, value: unknown, lifetimeMs?: number): Promise<void>;
  /** Writes a record only where there is none of that key; of all who do so at once, one gets true. */
  add(key: string, value: unknown, lifetimeMs?: number): Promise<boolean>;
  /** Keys that hold no record are passed over. */
  remove(keys: readonly string[]): Promise<void>;
  /** One page of the records whose keys begin with `prefix`; fewer than `limit` only where there are no more. */
  list(page: LedgerPage): Promise<readonly LedgerRecord[]>;

  /** A stream is there as soon as something is appended; all processes open it with the same options. */
  stream(name: string, options: StreamOptions): Stream;
}

export interface LedgerPage {
  readonly prefix: string;
  /** Keys are ordered by their bytes in UTF-8, so those that hold an ISO 8601 instant are ordered by time. */
  readonly order: 'ascending' | 'descending';
  /** The last key of the page before: this one begins behind it. */
  readonly after?: string | undefined;
  /** At least 1. */
  readonly limit: number;
}

export interface LedgerRecord {
  readonly key: string;
  /** Unchecked, as another version of the bot may have written it; undefined when it is damaged. */
  readonly value: unknown;
}

export interface StreamOptions {
  /** How long a taker has to acknowledge before the entry goes to the next, in milliseconds. */
  readonly acknowledgeWithinMs: number;
  /** How long after it was appended an entry is dropped, taken or not, in milliseconds. */
  readonly lifetimeMs: number;
}

/**
 * Entries are taken in the order in which they were appended, each by one taker at a time, at least once: one that died
 * or was too slow is followed by another, so what is done with an entry must bear being done twice.
 */
export interface Stream {
  /**
   * Appends an entry (anything that JSON can hold). With a key, only if nothing was appended to the stream under that
   * key within its lifetime, atomically. True if it was appended.
   */
  append(value: unknown, key?: string): Promise<boolean>;
  /** The oldest entry that waits for a taker, an abandoned one before new ones; undefined if there is none just now. */
  take(): Promise<TakenEntry | undefined>;
  /** The entry is done with and gone. Too late a call counts as well, though another may have taken it meanwhile. */
  acknowledge(id: string): Promise<void>;
}

export interface TakenEntry {
  /** Unlike that of any other entry of its stream. */
  readonly id: string;
  /** Unchecked, as another version of the bot may have written it; undefined when it is damaged. */
  readonly value: unknown;
  /** 1 for the first taker, 2 for the one that follows, and so on. */
  readonly attempt: number;
}
