import type { App, Logger } from '@slack/bolt';
import type { Connection } from './connection.ts';
import type { KeptInstallations } from './installation-store.ts';
import type { SlackAdapterParts } from './slack-adapter-parts.ts';
import type { SlackTransport } from './slack-transport.ts';

/** Tells Bolt the token for a request. */
export type Authorize = NonNullable<NonNullable<ConstructorParameters<typeof App>[0]>['authorize']>;

/** A way in that is not open yet, and the tokens for what comes through it. */
export interface SlackAccess {
  readonly connection: Connection;
  readonly authorize: Authorize;
  /**
   * The token for what is said unasked in a workspace; undefined where the bot is no longer installed. Rejects where
   * that can't be told just now.
   */
  tokenOf(team: string | undefined): Promise<string | undefined>;
  /** Where others installed the bot; undefined for the one workspace of its operator. */
  readonly installed?: KeptInstallations;
}

export interface SlackAccessParts<Kind extends SlackTransport['kind']>
  extends Omit<SlackAdapterParts, 'transport'> {
  readonly transport: Extract<SlackTransport, { kind: Kind }>;
  readonly logger: Logger;
}
