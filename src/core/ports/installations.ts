/**
 * What lets the bot act in workspaces that installed it: opaque records with tokens in them, by a key the adapter
 * chooses. Keys are kept readable, records are not.
 */
export interface Installations {
  /** Rejects when the store is lost, so that nobody believes it was kept. */
  save(key: string, record: string): Promise<void>;
  /** Undefined when there is none; rejects when the store is lost or the record can't be trusted. */
  load(key: string): Promise<string | undefined>;
  /** Rejects when the store is lost. */
  remove(key: string): Promise<void>;
  /** The keys, sorted; rejects when the store is lost. */
  list(): Promise<readonly string[]>;
}
