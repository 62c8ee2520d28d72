import type { APIApplicationCommandOptionChoice, AutocompleteInteraction } from 'discord.js';
import type { Bot, SuggestionRequest } from '../../core/bot/bot.ts';
import { communityOf, interactionToDetails, userOf } from './interaction-to-invocation.ts';

/** Discord's limits for autocomplete (discord-api-docs, interactions/application-commands.mdx), in characters. */
const suggestionLimits = { count: 25, labelLength: 100, valueLength: 100 } as const;

/** Completions can't be deferred, so they come from memory. */
export async function answerAutocomplete(
  interaction: AutocompleteInteraction,
  bot: Bot,
): Promise<void> {
  const { value: typed } = interaction.options.getFocused(true);
  const suggest = suggestionsOf(interaction, bot);
  const { locale } = interaction;
  const community = communityOf(interaction);
  const user = userOf(interaction);
  const asker = { user, community, locale, ...interactionToDetails(interaction) };
  await interaction.respond(suggest ? await suggestChoices(bot, { suggest, typed, ...asker }) : []);
}

/** What is offered for the words typed so far. */
export async function suggestChoices(
  bot: Bot,
  request: SuggestionRequest,
): Promise<APIApplicationCommandOptionChoice<string>[]> {
  const found = await bot.suggest(request, suggestionLimits);
  return found.map(({ label, value }) => ({ name: label, value }));
}

/** What is suggested for the option that is being typed into. */
function suggestionsOf({ commandName, options }: AutocompleteInteraction, { commands }: Bot) {
  const command = commands.find(({ name }) => name === commandName);
  const subcommand = options.getSubcommand(false);
  const level = subcommand
    ? command?.subcommands?.find(({ name }) => name === subcommand)
    : command;
  const { name: focused } = options.getFocused(true);
  const option = level?.options.find(({ name }) => name === focused);
  return option?.type === 'text' ? option.suggest : undefined;
}
