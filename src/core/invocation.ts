export const platforms = ['console', 'discord', 'slack'] as const;
export type Platform = (typeof platforms)[number];

/** `slack:U024BE7LH`: a person, unique across platforms. */
export type UserKey = `${Platform}:${string}`;

export type OptionValue = string | number | boolean;
export type OptionValues = Readonly<Record<string, OptionValue>>;

/** One use of the bot: by slash command, mention, direct message or line. */
export interface Invocation {
  readonly platform: Platform;
  readonly user: UserKey;
  /** The asker's language as the platform tells it (BCP 47); undefined where it doesn't. */
  readonly locale?: string | undefined;
  readonly input: CommandInput | TextInput;
}

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
}
