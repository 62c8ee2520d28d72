import type { Message } from 'discord.js';

/**
 * What a message says in words: forwarded text included; people, roles and channels by the names that its author saw;
 * commands as they are typed. An emoji's name was never said, nor is `without`, the bot's own id, where it is given.
 */
export function messageText(message: Message, without?: string): string {
  const forwarded = [...message.messageSnapshots.values()].map(({ content }) => content);
  return [message.content, ...forwarded]
    .join('\n')
    .replace(/<a?:\w+:\d+>/g, ' ')
    .replace(/<\/([^:>]+):\d+>/g, '/$1')
    .replace(/<(@[!&]?|#)(\d+)>/g, (_, kind: string, id: string) => {
      const name = id === without ? undefined : nameOf(message, kind, id);
      return name === undefined ? ' ' : `${kind.charAt(0)}${name}`;
    })
    .trim();
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
