import type { Receiver } from '@slack/bolt';

/** The way in which Slack reaches the bot: a socket or an HTTP server. */
export interface Connection {
  readonly receiver: Receiver;
  /** Rejects with a sentence that says what to fix. */
  open(): Promise<void>;
  /** Takes nothing new; resolves when the way in is closed. */
  close(): Promise<void>;
}
