import {
  ApplicationCommandOptionType,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  cleanContent,
  type Message,
  MessageType,
} from 'discord.js';
import type { Invocation, OptionValue, UserKey } from '../../core/invocation.ts';

export function interactionToInvocation(interaction: ChatInputCommandInteraction): Invocation {
  const [first] = interaction.options.data;
  const subcommand = first?.type === ApplicationCommandOptionType.Subcommand ? first : undefined;
  return {
    platform: 'discord',
    user: userKey(interaction.user.id),
    input: {
      kind: 'command',
      command: interaction.commandName,
      ...(subcommand && { subcommand: subcommand.name }),
      options: optionValues(subcommand ? (subcommand.options ?? []) : interaction.options.data),
    },
  };
}

function optionValues(options: readonly CommandInteractionOption[]): Record<string, OptionValue> {
  return Object.fromEntries(
    options.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
  );
}

/**
 * The words that a message addresses to the bot, or undefined when it is not for the bot: written by a program, by
 * Discord itself, or without the bot's name in the text. A ping that comes with a reply does not count: people answer
 * the bot's messages to talk with each other.
 */
export function messageToInvocation(message: Message): Invocation | undefined {
  const self = message.client.user.id;
  const { author, content, type } = message;
  if (author.bot || message.webhookId !== null) return undefined;
  if (type !== MessageType.Default && type !== MessageType.Reply) return undefined;

  const text = content.replaceAll(new RegExp(`<@!?${self}>`, 'g'), ' ');
  if (message.inGuild() && text === content) return undefined;
  return {
    platform: 'discord',
    user: userKey(author.id),
    input: {
      kind: 'text',
      by: message.inGuild() ? 'mention' : 'direct-message',
      // Other people and channels become the names that the author saw; an emoji's name was never said.
      text: cleanContent(text.replace(/<a?:\w+:\d+>/g, ' '), message.channel).trim(),
    },
  };
}

function userKey(id: string): UserKey {
  return `discord:${id}`;
}
