import type { OptionValue } from '../../../src/core/bot/invocation.ts';

/** Who does something. Everybody is in the same channel; the manager manages the server or workspace. */
export type Person = 'asker' | 'other' | 'manager';

/** What somebody does, in words that both platforms have. Labels are those that people see; their beginning is enough. */
export type Step = { readonly by?: Person } & (
  | {
      readonly do: 'slash';
      readonly command: string;
      readonly subcommand?: string;
      readonly options?: Readonly<Record<string, OptionValue>>;
    }
  | { readonly do: 'mention'; readonly text: string }
  | { readonly do: 'dm'; readonly text: string }
  /** "Check this message", on a message that somebody else wrote in the channel. */
  | { readonly do: 'check'; readonly text: string }
  /** Presses a button of what was last seen. */
  | { readonly do: 'press'; readonly label: string }
  /** Chooses in the select of what was last seen. */
  | { readonly do: 'choose'; readonly label: string }
  /** Fills in the form that is open and sends it; by the label of the field: text, a choice's label, or a tick. */
  | { readonly do: 'submit'; readonly values: Readonly<Record<string, string | boolean>> }
);

/** What is seen after the last step. */
export interface Seen {
  /** Everything that can be read: title, texts, lists; for a form its title and the labels of its fields. */
  readonly text: string;
  /** Labels of the buttons and of the choices in selects, in the order shown. */
  readonly actions: readonly string[];
  /** `form`: a form was opened; `nothing`: the bot kept silent. */
  readonly visibility: 'public' | 'private' | 'form' | 'nothing';
  /** Whether it took the place of the message whose button was pressed. */
  readonly replaced: boolean;
}

/** A platform as the table plays it: a fresh bot from `createSurfaceBot`, and its people. */
export interface SurfaceDriver {
  /** Does it and resolves with what is then seen. */
  play(step: Step): Promise<Seen>;
  stop(): Promise<void>;
}

export interface SurfaceCase {
  readonly name: string;
  readonly steps: readonly Step[];
  /** All of these are in the text. */
  readonly sees: readonly string[];
  /** None of these is. */
  readonly lacks?: readonly string[];
  /** All the actions, in their order; a beginning of the label is enough. */
  readonly actions?: readonly string[];
  readonly visibility: Seen['visibility'];
  readonly replaced?: boolean;
}
