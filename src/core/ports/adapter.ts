/** A running connection to one platform. */
export interface Adapter {
  /** Resolves when the platform can reach the bot; rejects with a sentence that says what to fix. */
  start(): Promise<void>;
  /** Takes no new work, lets answers under way finish within `graceMs`, then disconnects. */
  stop(graceMs: number): Promise<void>;
}
