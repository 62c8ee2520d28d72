/** What the bot tells about itself. */
export interface About {
  readonly version: string;
  /** Name and version of what it runs on: Node.js and the chat libraries. */
  readonly runtime: readonly string[];
  /** Who runs this bot; undefined when nobody said (`RUN_BY`). */
  readonly runBy: string | undefined;
  readonly startedAt: Date;
}
