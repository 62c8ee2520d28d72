import {
  type Client,
  Events,
  GatewayDispatchEvents,
  type GatewayReadyDispatchData,
  type Guild,
  ShardClientUtil,
} from 'discord.js';
import type { CommunityKey } from '../../core/keys.ts';
import type { Communities } from '../../core/ports/communities.ts';

/** What the adapter tells about the servers that it is in. */
export type Memberships = Pick<Communities, 'joined' | 'left' | 'list'>;

/**
 * Tells of every server that the bot is in when it connects, comes into and is removed from, also while it was away. A
 * server that is out of reach for a while is not left: READY names it, and discord.js tells such a removal apart.
 */
export function watchCommunities(
  client: Client,
  memberships: Memberships,
  take: (event: { readonly id: string }, work: () => Promise<void>) => void,
): void {
  const present = new Set<CommunityKey>();

  // Discord's own event, because discord.js goes on to hold servers that a new session no longer names.
  client.ws.on(GatewayDispatchEvents.Ready, (ready: GatewayReadyDispatchData) => {
    const { user, guilds, shard = [0, 1] } = ready;
    for (const key of [...present].filter((each) => isOn(shard, each))) present.delete(key);
    for (const { id } of guilds) present.add(`discord:${id}`);
    take(user, async () => {
      const known = await memberships.list();
      for (const { id } of guilds) await memberships.joined(`discord:${id}`);
      for (const key of known.filter((each) => isOn(shard, each))) {
        // Seen only now: it may have come back in the meantime.
        if (!present.has(key)) await memberships.left(key);
      }
    });
  });
  client.on(Events.GuildCreate, (guild) => {
    present.add(keyOf(guild));
    take(guild, () => memberships.joined(keyOf(guild)));
  });
  client.on(Events.GuildDelete, (guild) => {
    present.delete(keyOf(guild));
    take(guild, () => memberships.left(keyOf(guild)));
  });
}

/** A connection is told of the servers on its own shard only. */
function isOn([shard, count]: readonly [number, number], community: CommunityKey): boolean {
  const [, id] = community.match(/^discord:(\d+)$/) ?? [];
  return id !== undefined && ShardClientUtil.shardIdForGuildId(id, count) === shard;
}

function keyOf({ id }: Guild): CommunityKey {
  return `discord:${id}`;
}
