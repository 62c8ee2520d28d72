import type { CommunityKey, UserKey } from '../keys.ts';
import type { Reply } from '../reply/reply.ts';
import type { Command, Suggested } from './command.ts';
import type { Invocation } from './invocation.ts';
import type { AnswerPlan, AskerDetails, Plan } from './plan.ts';

/** A completion offered while somebody types: `value` is what is sent: a claim's ref, a topic, or the name of a pack. */
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

/** What somebody types into, for completions. */
export interface SuggestionRequest {
  /** What is asked for: the `suggest` of the option or form field that is typed into. */
  readonly suggest: Suggested;
  readonly typed: string;
  readonly user: UserKey;
  readonly community?: CommunityKey | undefined;
  readonly locale?: string | undefined;
  /** Whether they manage the community, where packs are asked for: others see those that it answers from. */
  readonly mayManage?: AskerDetails['mayManage'];
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
  /**
   * Decides how an invocation is answered, before the acknowledgement: within half a second whatever the store does (a
   * second where somebody is refused), and without asking the platform. Never rejects.
   */
  plan(invocation: Invocation, details?: AskerDetails): Promise<Plan>;
  /**
   * Plans an answer again that another process planned and did not give, over the claims of today. `outline` is what
   * that plan had, as it was kept; undefined where nothing can be made of it.
   */
  resume(outline: unknown, details?: AskerDetails): AnswerPlan | undefined;
  /** Completions from memory and within the limits; none for whom the bot does not answer. Never rejects. */
  suggest(request: SuggestionRequest, limits: SuggestionLimits): Promise<readonly Suggestion[]>;
  /** What the bot knows and how to ask, for a home page; undefined where it is to stay as it is. */
  home(visitor: Visitor): Promise<Reply | undefined>;
}
