import type { About } from './about.ts';
import type { OptionValues, UserKey } from './invocation.ts';
import type { Library } from './library.ts';
import type { Answer, Visibility } from './reply.ts';
import type { Phrase, Texts } from './texts.ts';

export type CommandOption = {
  readonly name: string;
  readonly description: Phrase;
  readonly required?: boolean;
} & (
  | {
      readonly type: 'text';
      readonly maxLength: number;
      /** What the platform suggests while people type. */
      readonly suggest?: 'claim' | 'topic';
    }
  | {
      readonly type: 'choice';
      readonly choices: readonly { readonly name: Phrase; readonly value: string }[];
    }
  | { readonly type: 'number'; readonly min: number; readonly max: number }
  | { readonly type: 'flag' }
);

export interface Subcommand {
  readonly name: string;
  readonly description: Phrase;
  readonly options: readonly CommandOption[];
}

/** What a command gets to work with: the options are checked against its declaration. */
export interface CommandContext {
  readonly user: UserKey;
  readonly subcommand: string | undefined;
  readonly options: OptionValues;
  readonly library: Library;
  readonly about: About;
  readonly now: Date;
  readonly t: Texts;
}

/** One slash command: data plus `run`. It returns what to say and never sends. */
export interface Command {
  readonly name: string;
  readonly description: Phrase;
  readonly options: readonly CommandOption[];
  readonly subcommands?: readonly Subcommand[];
  /** Only people listed in `ADMINS` may run it. */
  readonly operatorsOnly?: boolean;
  /** Decided from the options alone, because both platforms fix it at the first acknowledgement. */
  visibility(options: OptionValues): Visibility;
  run(context: CommandContext): Promise<Answer>;
}
