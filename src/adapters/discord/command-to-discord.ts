import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command, CommandOption, Subcommand } from '../../core/command.ts';

/** Where commands are registered: in one server at once, or everywhere. */
export type CommandScope = 'guild' | 'global';

type DiscordCommand = Extract<
  RESTPutAPIApplicationCommandsJSONBody[number],
  { type?: ApplicationCommandType.ChatInput | undefined }
>;
type DiscordOption = NonNullable<DiscordCommand['options']>[number];

export function commandToDiscord(command: Command, scope: CommandScope): DiscordCommand {
  const options: DiscordOption[] = command.subcommands
    ? command.subcommands.map(subcommandToDiscord)
    : command.options.toSorted(requiredFirst).map(optionToDiscord);
  return {
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    description: command.description.en,
    options,
    // "0" hides it from everybody but administrators; who may run it is decided in the core.
    default_member_permissions: command.onlyFor === 'operators' ? '0' : null,
    // Discord keeps contexts for global commands only: sent for a server, they would never compare equal.
    ...(scope === 'global' && {
      contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    }),
  };
}

function subcommandToDiscord({ name, description, options }: Subcommand) {
  return {
    type: ApplicationCommandOptionType.Subcommand as const,
    name,
    description: description.en,
    options: options.toSorted(requiredFirst).map(optionToDiscord),
  };
}

/** Discord rejects an option list in which a required one follows an optional one. */
function requiredFirst(a: CommandOption, b: CommandOption): number {
  return Number(b.required ?? false) - Number(a.required ?? false);
}

function optionToDiscord(option: CommandOption) {
  const { name, description, required = false } = option;
  const shared = { name, description: description.en, required };
  switch (option.type) {
    case 'text':
      return {
        ...shared,
        type: ApplicationCommandOptionType.String as const,
        max_length: option.maxLength,
        ...(option.suggest && { autocomplete: true as const }),
      };
    case 'choice':
      return {
        ...shared,
        type: ApplicationCommandOptionType.String as const,
        choices: option.choices.map(({ name, value }) => ({ name: name.en, value })),
      };
    case 'number':
      return {
        ...shared,
        type: ApplicationCommandOptionType.Integer as const,
        min_value: option.min,
        max_value: option.max,
      };
    case 'flag':
      return { ...shared, type: ApplicationCommandOptionType.Boolean as const };
  }
}
