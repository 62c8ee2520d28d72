import type { Platform } from '../keys.ts';

/** How the chats fare that the bot is set up for, as this process sees them. */
export interface Connections {
  list(): readonly ChatConnection[];
}

export interface ChatConnection {
  readonly platform: Platform;
  /** `Discord`, `Slack`. */
  readonly name: string;
  /** Why the bot is not there; undefined while it is, or is on its way for the first time. */
  readonly trouble: ChatTrouble | undefined;
}

export interface ChatTrouble {
  /** A sentence that says what to fix; it holds no secrets. */
  readonly problem: string;
  /** ISO 8601 instant. */
  readonly nextTryAt: string;
}
