import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
} from 'discord.js';
import type { Command, CommandOption, Subcommand } from '../../core/bot/command.ts';
import { phraseToLocalizations } from './discord-locales.ts';

/** The options of a slash command, or its subcommands if it has some. */
export function optionsToDiscord({
  options,
  subcommands,
}: Pick<Command, 'options' | 'subcommands'>): APIApplicationCommandOption[] {
  return subcommands
    ? subcommands.map(subcommandToDiscord)
    : options.toSorted(requiredFirst).map(optionToDiscord);
}

function subcommandToDiscord({
  name,
  description,
  options,
}: Subcommand): APIApplicationCommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    description: description.en,
    description_localizations: phraseToLocalizations(description),
    options: options.toSorted(requiredFirst).map(optionToDiscord),
  };
}

/** Discord rejects an option list in which a required one follows an optional one. */
function requiredFirst(a: CommandOption, b: CommandOption): number {
  return Number(b.required ?? false) - Number(a.required ?? false);
}

function optionToDiscord(option: CommandOption): APIApplicationCommandBasicOption {
  const { name, description, required = false } = option;
  const shared = {
    name,
    description: description.en,
    description_localizations: phraseToLocalizations(description),
    required,
  };
  switch (option.type) {
    case 'text':
      return {
        ...shared,
        type: ApplicationCommandOptionType.String,
        max_length: option.maxLength,
        ...(option.suggest && { autocomplete: true as const }),
      };
    case 'choice':
      return {
        ...shared,
        type: ApplicationCommandOptionType.String,
        choices: option.choices.map((choice) => ({
          name: choice.name.en,
          name_localizations: phraseToLocalizations(choice.name),
          value: choice.value,
        })),
      };
    case 'number':
      return {
        ...shared,
        type: ApplicationCommandOptionType.Integer,
        min_value: option.min,
        max_value: option.max,
      };
    case 'flag':
      return { ...shared, type: ApplicationCommandOptionType.Boolean };
  }
}
