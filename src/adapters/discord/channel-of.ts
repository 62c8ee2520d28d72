import type { Channel } from 'discord.js';

/** Where something was said; a thread counts as the channel that it is in, as it does on Slack. */
export function channelOf({
  channelId,
  channel,
}: {
  readonly channelId: string | null;
  readonly channel: Channel | null;
}): string | undefined {
  return (channel?.isThread() && channel.parentId) || (channelId ?? undefined);
}
