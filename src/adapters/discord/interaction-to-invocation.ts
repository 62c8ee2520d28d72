import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  type Interaction,
  InteractionContextType,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { CommandInput, Input, Invocation, OptionValue } from '../../core/bot/invocation.ts';
import type { AskerDetails } from '../../core/bot/plan.ts';
import type { CommunityKey, UserKey } from '../../core/keys.ts';
import { channelOf, threadOf } from './channel-of.ts';
import { messageText } from './message-text.ts';
import { modalToValues } from './modal-to-values.ts';

/** The interactions that an invocation comes from; completions are asked for in another way. */
export type AskingInteraction =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction
  | ModalSubmitInteraction;

export function isAsking(interaction: Interaction): interaction is AskingInteraction {
  return (
    interaction.isChatInputCommand() ||
    interaction.isMessageContextMenuCommand() ||
    interaction.isButton() ||
    interaction.isStringSelectMenu() ||
    interaction.isModalSubmit()
  );
}

export function interactionToInvocation(interaction: AskingInteraction): Invocation {
  return {
    platform: 'discord',
    user: userOf(interaction),
    event: `discord:${interaction.id}`,
    community: communityOf(interaction),
    channel:
      interaction.context === InteractionContextType.BotDM ? undefined : channelOf(interaction),
    thread: threadOf(interaction),
    locale: interaction.locale,
    input: interactionToInput(interaction),
  };
}

/** Discord tells with every interaction what its author may do. */
export function interactionToDetails({
  memberPermissions,
}: Pick<Interaction, 'memberPermissions'>): Required<Pick<AskerDetails, 'mayManage'>> {
  return {
    mayManage: async () => memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
  };
}

export function userOf({ user }: Interaction): UserKey {
  return `discord:${user.id}`;
}

/** Undefined in direct messages, and in a server that has not installed the bot: there, the asker brought it along. */
export function communityOf({
  guildId,
  authorizingIntegrationOwners: owners,
}: Interaction): CommunityKey | undefined {
  const broughtAlong =
    owners[ApplicationIntegrationType.UserInstall] !== undefined &&
    owners[ApplicationIntegrationType.GuildInstall] === undefined;
  return guildId === null || broughtAlong ? undefined : `discord:${guildId}`;
}

function interactionToInput(interaction: AskingInteraction): Input {
  if (interaction.isChatInputCommand()) return commandInput(interaction);
  if (interaction.isMessageContextMenuCommand()) {
    return { kind: 'message', text: messageText(interaction.targetMessage) };
  }
  const { customId: id } = interaction;
  if (interaction.isModalSubmit()) {
    return { kind: 'form', id, values: modalToValues(interaction.fields.fields.values()) };
  }
  const [value] = interaction.isStringSelectMenu() ? interaction.values : [];
  return { kind: 'press', id, ...(value !== undefined && { value }) };
}

function commandInput({ commandName, options }: ChatInputCommandInteraction): CommandInput {
  const [first] = options.data;
  const subcommand = first?.type === ApplicationCommandOptionType.Subcommand ? first : undefined;
  return {
    kind: 'command',
    command: commandName,
    ...(subcommand && { subcommand: subcommand.name }),
    options: optionValues(subcommand ? (subcommand.options ?? []) : options.data),
  };
}

function optionValues(options: readonly CommandInteractionOption[]): Record<string, OptionValue> {
  return Object.fromEntries(
    options.flatMap(({ name, value }) =>
      value === undefined ? [] : [[name, typeof value === 'string' ? personNamed(value) : value]],
    ),
  );
}

/** An option that is nothing but a mention is about that person. */
function personNamed(value: string): string {
  return value.replace(/^\s*<@!?(\d+)>\s*$/, 'discord:$1');
}
