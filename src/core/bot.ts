import type { Command } from './command.ts';
import type { Invocation } from './invocation.ts';
import type { Reply, Visibility } from './reply.ts';
import type { SuggestionLimits } from './suggest.ts';

/** A completion offered while somebody types: `value` is what is sent, a claim's ref or a topic. */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

/** The whole bot, as the adapters see it. */
export interface Bot {
  readonly commands: readonly Command[];
  /** Who will see the answer; known at once, before the work, and equal to the reply's own visibility. */
  visibility(invocation: Invocation): Visibility;
  /** Answers an invocation. Never rejects: a failure is a reply too. */
  answer(invocation: Invocation): Promise<Reply>;
  /** Completions for an option, from memory and within the limits. */
  suggest(
    request: {
      readonly command: string;
      readonly option: string;
      readonly typed: string;
      readonly locale?: string | undefined;
    },
    limits: SuggestionLimits,
  ): readonly Suggestion[];
}
