import type { CommunityKey, UserKey } from '../keys.ts';
import type { Reply, Visibility } from '../reply/reply.ts';
import type { Address } from './receipts.ts';

/** Where something goes that nobody asked for just now. */
export type Destination =
  /** For all who read an answer: in its thread, else as a reply to it, else in its channel. */
  | { readonly to: 'answer'; readonly address: Address }
  /** For one person, as a direct message. */
  | {
      readonly to: 'person';
      readonly user: UserKey;
      /** Slack needs to know in which workspace. */
      readonly community: CommunityKey | undefined;
    };

/** Where an answer came to stand, and for whom. */
export interface Standing {
  readonly address: Address;
  readonly visibility: Visibility;
  /** Whether the bot can change it later. */
  readonly canBeEdited: boolean;
}

/** A message that a process died over. */
export interface SoughtMessage {
  /** That it was posted under. */
  readonly nonce: string;
  /** When that was begun. */
  readonly since: Date;
  /** What it says, or would if it were posted now; undefined where that can't be told. */
  readonly reply: Reply | undefined;
  /** Words in it that stay as they are, whatever else it says by now, and tell it from others. */
  readonly holds?: readonly string[] | undefined;
}

/** What a platform takes from the bot that nobody asked this process for. All of it rejects with `NotSentError`. */
export interface Sender {
  /** Resolves with where it stands. `nonce`: a post under one that the platform still remembers is the same post. */
  post(to: Destination, reply: Reply, nonce: string): Promise<Address>;
  /**
   * Where a message stands that a process may have posted. `unknown` where the bot may not read, or can't tell it from
   * others of its own.
   */
  find(to: Destination, sought: SoughtMessage): Promise<Address | 'not-there' | 'unknown'>;
  /** Answers an interaction that another process took. `sealed`: of its `AnswerWay`. */
  answer(sealed: string, reply: Reply): Promise<Standing>;
  /** Puts a reply in the place of a message of the bot's. Doing so twice does no harm. */
  edit(address: Address, reply: Reply): Promise<void>;
  /** For how long the platform knows a nonce again, in milliseconds; 0 where it never does. */
  readonly remembersNonceForMs: number;
}

/** The senders of the chats that this process is connected to just now. */
export interface Senders {
  of(platform: string): Sender | undefined;
}

/**
 * `later`: the platform did nothing and may do it later. `unsure`: the connection was lost, and it may have been done.
 * `gone`: the message, channel or person is no longer there. `not-allowed`: the bot may not do it there.
 */
export type NotSentReason = 'later' | 'unsure' | 'gone' | 'not-allowed';

export class NotSentError extends Error {
  override readonly name = 'NotSentError';
  readonly why: NotSentReason;
  /** How long the platform asks to wait, in milliseconds. */
  readonly retryAfterMs: number;

  constructor(why: NotSentReason, options: ErrorOptions & { readonly retryAfterMs?: number } = {}) {
    super(`not sent: ${why}`, options);
    this.why = why;
    this.retryAfterMs = options.retryAfterMs ?? 0;
  }
}
