import { type Guild, GuildFeature, type Message, MessageType } from 'discord.js';
import type { Invocation } from '../../core/bot/invocation.ts';
import { channelOf } from './channel-of.ts';
import { messageText } from './message-text.ts';

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
  if (message.inGuild() && !new RegExp(`<@!?${self}>`).test(content)) return undefined;

  return {
    platform: 'discord',
    user: `discord:${author.id}`,
    ...(message.inGuild() && {
      community: `discord:${message.guildId}`,
      channel: channelOf(message),
      communityLocale: chosenLocale(message.guild),
    }),
    input: {
      kind: 'text',
      by: message.inGuild() ? 'mention' : 'direct-message',
      text: messageText(message, self),
    },
  };
}

/** A message does not tell its author's language; a server does, once it is a community and has chosen one. */
function chosenLocale({ features, preferredLocale }: Guild): string | undefined {
  return features.includes(GuildFeature.Community) ? preferredLocale : undefined;
}
