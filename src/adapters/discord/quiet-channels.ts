/** How long a channel that refused a message is left alone, in milliseconds. */
const quietForMs = 10 * 60_000;

/** Channels that the bot may not write to, so that it stops trying: repeated refusals get its address banned. */
export interface QuietChannels {
  add(channelId: string): void;
  has(channelId: string): boolean;
}

/** `now` in milliseconds. */
export function createQuietChannels(now: () => number): QuietChannels {
  const until = new Map<string, number>();
  return {
    add(channelId) {
      for (const [id, end] of until) if (end <= now()) until.delete(id);
      until.set(channelId, now() + quietForMs);
    },
    has(channelId) {
      return (until.get(channelId) ?? 0) > now();
    },
  };
}
