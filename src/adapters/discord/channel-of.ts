import type { Channel } from 'discord.js';

interface Said {
  readonly channelId: string | null;
  readonly channel: Channel | null;
}

/** Where something was said; a thread counts as the channel that it is in, as it does on Slack. */
export function channelOf({ channelId, channel }: Said): string | undefined {
  return (channel?.isThread() && channel.parentId) || (channelId ?? undefined);
}

/** The thread in which it was said; undefined outside of any. */
export function threadOf(said: Said): string | undefined {
  const { channelId } = said;
  return channelId === null || channelOf(said) === channelId ? undefined : channelId;
}
