import type { Message } from 'discord.js';
import { messageParts } from './message-parts.ts';

/**
 * What a message says in words, a line for each part: people, roles and channels by the names that its author saw,
 * commands as they are typed, links with the words that lead to them. Not said are an emoji's name, the number of a time,
 * what is struck out, and `without`, the bot's own id, where it is given.
 */
export function messageText(message: Message, without?: string): string {
  return messageParts(message)
    .map(withoutMarkdown)
    .join('\n')
    .replace(/<(?:a?:\w+:\d+|t:-?\d+(?::\w)?)>/g, ' ')
    .replace(/<(https?:\/\/[^<>\s]+)>/g, '$1')
    .replace(/<\/([^:>]+):\d+>/g, '/$1')
    .replace(/<(@[!&]?|#)(\d+)>/g, (_, kind: string, id: string) => {
      const name = id === without ? undefined : nameOf(message, kind, id);
      return name === undefined ? ' ' : `${kind.charAt(0)}${name}`;
    })
    .trim();
}

/** Only the marks that would change what is said, or be shown back as signs. Code is as it stands. */
function withoutMarkdown(text: string): string {
  return text
    .replace(/(?<!`)(`+)(?!`)[^`]+\1(?!`)|~~(?=\S)[^~]+~~/g, (token) =>
      token.startsWith('~') ? ' ' : token,
    )
    .replace(
      /\[([^[\]\n]+)\]\(<?(https?:\/\/[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)>?\)/g,
      '$1 $2',
    )
    .replace(/\|\|(?=\S)([^\n]+?)(?<=\S)\|\|/g, '$1')
    .replace(/\*\*(?=\S)([^\n]+?)(?<=\S)\*\*/g, '$1')
    .replace(/__(?=\S)([^\n]+?)(?<=\S)__/g, '$1')
    .replace(/^(?:#{1,3}|-#|>{1,3}) +/gm, '');
}

function nameOf(
  { mentions, guild, client }: Message,
  kind: string,
  id: string,
): string | undefined {
  if (kind === '@&') return guild?.roles.cache.get(id)?.name;
  if (kind === '#') {
    const channel = client.channels.cache.get(id);
    return channel && 'name' in channel ? (channel.name ?? undefined) : undefined;
  }
  return mentions.members?.get(id)?.displayName ?? mentions.users.get(id)?.displayName;
}
