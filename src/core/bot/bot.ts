import type { CommunityKey, UserKey } from '../keys.ts';
import type { Form } from '../reply/form.ts';
import type { Reply } from '../reply/reply.ts';
import type { Command } from './command.ts';
import type { Invocation } from './invocation.ts';

/** A completion offered while somebody types: `value` is what is sent, a claim's ref or a topic. */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

export interface SuggestionLimits {
  readonly count: number;
  /** In UTF-16 units, like `valueLength`. */
  readonly labelLength: number;
  readonly valueLength: number;
}

/**
 * How an invocation will be answered, known before the work because platforms fix it at the first acknowledgement:
 * a message that all or only the asker see, the message whose button was pressed changed, a private answer posted for
 * all (`share`), a form to fill in, or nothing at all.
 */
export type Delivery = 'public' | 'private' | 'replace' | 'share' | 'form' | 'none';

/** What somebody types into, for completions. */
export interface SuggestionRequest {
  /** What is asked for: the `suggest` of the option or form field that is typed into. */
  readonly suggest: 'claim' | 'topic';
  readonly typed: string;
  readonly community?: CommunityKey | undefined;
  readonly locale?: string | undefined;
}

/** Who looks at the bot's home page, on platforms that have one. */
export interface Visitor {
  readonly user: UserKey;
  readonly community?: CommunityKey | undefined;
  readonly locale?: string | undefined;
}

/** The whole bot, as the adapters see it. */
export interface Bot {
  readonly commands: readonly Command[];
  delivery(invocation: Invocation): Delivery;
  /**
   * Answers an invocation in the way that was decided. Never rejects: a failure is a reply too. A reply to `replace` or
   * `share` may be a private message of its own instead, when it turns out that it can't be done.
   */
  answer(invocation: Invocation, delivery?: Delivery): Promise<Reply>;
  /** The form for an invocation whose delivery is `form`, or the private reply that says why there is none. */
  form(invocation: Invocation): Promise<Form | Reply>;
  /** Completions from memory and within the limits. */
  suggest(request: SuggestionRequest, limits: SuggestionLimits): readonly Suggestion[];
  /** What the bot knows and how to ask, for a home page. */
  home(visitor: Visitor): Promise<Reply>;
}

/** Tells what `Bot.form` came back with. */
export function isForm(formOrReply: Form | Reply): formOrReply is Form {
  return 'fields' in formOrReply;
}
