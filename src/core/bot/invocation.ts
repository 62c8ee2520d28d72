import type { CommunityKey, Platform, UserKey } from '../keys.ts';
import type { Detail } from '../ports/settings.ts';

export type OptionValue = string | number | boolean;
export type OptionValues = Readonly<Record<string, OptionValue>>;

/** One use of the bot, as data: by slash command, mention, direct message, message action, button, form or line. */
export interface Invocation {
  readonly platform: Platform;
  readonly user: UserKey;
  /** Of what the platform delivers to every process, and each plans before one of them answers: the same in all of them. */
  readonly event?: string | undefined;
  /** The server or workspace; undefined in direct messages, in the terminal and where only the user installed the bot. */
  readonly community?: CommunityKey | undefined;
  /** Platform id of the channel, where there is one. */
  readonly channel?: string | undefined;
  /** The thread in that channel: its id on Discord, its `thread_ts` on Slack; undefined where it was asked in none. */
  readonly thread?: string | undefined;
  /** The asker's language as the platform tells it (BCP 47); undefined where it doesn't. */
  readonly locale?: string | undefined;
  /** The community's own language as the platform tells it; counts after what the community set here. */
  readonly communityLocale?: string | undefined;
  /** True in a modal, where nobody but the asker sees the answer whatever it is. */
  readonly onlyForAsker?: boolean;
  /** How much of a record this surface shows, where it has its own way; else the community decides. */
  readonly detail?: Detail | undefined;
  readonly input: Input;
}

export type Input = CommandInput | TextInput | MessageInput | PressInput | FormInput;

/** A command with its options already taken apart, by the platform or by `parseCommandLine`. */
export interface CommandInput {
  readonly kind: 'command';
  readonly command: string;
  readonly subcommand?: string;
  readonly options: OptionValues;
}

/** Words addressed to the bot without a command: a mention (with the mention itself removed) or a direct message. */
export interface TextInput {
  readonly kind: 'text';
  readonly text: string;
  readonly by: 'mention' | 'direct-message';
}

/** "Check this message": somebody else's message, passed on by the asker. */
export interface MessageInput {
  readonly kind: 'message';
  readonly text: string;
}

/** A button was pressed, or a choice made in a select. */
export interface PressInput {
  readonly kind: 'press';
  /** The action's `id`, as the reply carried it. */
  readonly id: string;
  /** What was chosen, for a select. */
  readonly value?: string;
}

/** A form was sent off. */
export interface FormInput {
  readonly kind: 'form';
  /** The form's `id`, as the bot gave it. */
  readonly id: string;
  /** By field name: text, a choice's value, a flag, or the list of values of a field that takes several. */
  readonly values: FormValues;
}

export type FormValues = Readonly<Record<string, string | boolean | readonly string[]>>;
