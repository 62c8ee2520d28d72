import { type Client, Events, type Guild } from 'discord.js';
import type { Communities, CommunityKey } from '../../core/communities.ts';

/** What the adapter tells about the servers that it is in. */
export type Memberships = Pick<Communities, 'joined' | 'left'>;

/**
 * Tells of every server that the bot is in when it connects, comes into and is removed from. A server that is out of
 * reach for a while is not left: discord.js tells that apart.
 */
export function watchCommunities(
  client: Client,
  memberships: Memberships,
  take: (event: { readonly id: string }, work: () => Promise<void>) => void,
): void {
  client.on(Events.ClientReady, ({ user, guilds }) => {
    take(user, async () => {
      for (const guild of guilds.cache.values()) await memberships.joined(keyOf(guild));
    });
  });
  client.on(Events.GuildCreate, (guild) => take(guild, () => memberships.joined(keyOf(guild))));
  client.on(Events.GuildDelete, (guild) => take(guild, () => memberships.left(keyOf(guild))));
}

function keyOf({ id }: Guild): CommunityKey {
  return `discord:${id}`;
}
