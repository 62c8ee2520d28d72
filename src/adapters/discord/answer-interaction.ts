import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { Bot } from '../../core/bot.ts';
import type { Deliveries } from '../../core/deliveries.ts';
import { interactionToInvocation } from './discord-to-invocation.ts';
import { silentMessage } from './silent-message.ts';

/** Discord's limits for autocomplete (discord-api-docs, interactions/application-commands.mdx), in characters. */
const suggestionLimits = { count: 25, labelLength: 100, valueLength: 100 } as const;

/** Acknowledges, works, then edits the acknowledgement into the answer. */
export async function answerCommand(
  interaction: ChatInputCommandInteraction,
  bot: Bot,
  deliveries: Deliveries,
): Promise<void> {
  const invocation = interactionToInvocation(interaction);
  // Discord gives up after 3 s and fixes here who will see the answer; so nothing that may wait comes first, not even
  // the question whether this delivery is the first.
  const [firstDelivery] = await Promise.all([
    deliveries.claim(`discord:${interaction.id}`),
    acknowledge(interaction, bot.delivery(invocation) === 'private'),
  ]);
  if (!firstDelivery) return;
  const reply = await bot.answer(invocation);
  await interaction.editReply(silentMessage(reply));
}

async function acknowledge(
  interaction: ChatInputCommandInteraction,
  ephemeral: boolean,
): Promise<void> {
  try {
    await interaction.deferReply(ephemeral ? { flags: MessageFlags.Ephemeral } : {});
  } catch (error) {
    // Discord took it already: this is a second delivery, or the answer to our first try was lost on the way back.
    if (!isAlreadyAcknowledged(error)) throw error;
    interaction.deferred = true;
  }
}

function isAlreadyAcknowledged(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
  );
}

/** Completions can't be deferred, so they come from memory. */
export async function answerAutocomplete(
  interaction: AutocompleteInteraction,
  bot: Bot,
): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const option = bot.commands
    .find((command) => command.name === interaction.commandName)
    ?.options.find((one) => one.name === name);
  const suggest = option?.type === 'text' ? option.suggest : undefined;
  const suggestions = suggest ? bot.suggest({ suggest, typed: value }, suggestionLimits) : [];
  await interaction.respond(suggestions.map(({ label, value }) => ({ name: label, value })));
}
