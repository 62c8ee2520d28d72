import type { Installations } from '../../core/ports/installations.ts';

/** How Slack reaches the bot, and what lets the bot answer: one workspace's token, or those of all that install it. */
export type SlackTransport =
  | { readonly kind: 'socket'; readonly botToken: string; readonly appToken: string }
  | ({ readonly kind: 'http'; readonly botToken: string } & Listening)
  | ({
      readonly kind: 'oauth';
      readonly clientId: string;
      readonly clientSecret: string;
      /** Signs what a browser brings back from Slack; any long random text. */
      readonly stateSecret: string;
      readonly installations: Installations;
    } & Listening);

interface Listening {
  readonly signingSecret: string;
  readonly port: number;
  /** All interfaces unless given. */
  readonly host?: string;
}
