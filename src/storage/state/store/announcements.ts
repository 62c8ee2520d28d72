/** What one process tells all others over their store. */
export interface Announcements {
  /** Tells something that JSON can hold. Rejects as the store does. */
  announce(value: unknown): Promise<void>;
  /**
   * Has `hear` called with all that was announced, by this process too, since this was opened: in order, within a second,
   * and later where the store was away. Called once. The value is unchecked, as another version of the bot may have
   * announced it.
   */
  hear(hear: (value: unknown) => void): void;
  /** Nothing is heard from here on. */
  close(): void;
}

/** How long an announcement waits for processes that the store is away from, in milliseconds. */
export const announcementsKeptForMs = 60 * 60_000;
