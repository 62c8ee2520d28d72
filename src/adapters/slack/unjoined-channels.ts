/** How long a channel that took no message of the bot's own is believed to be one that it is not in, in milliseconds. */
const believedForMs = 10 * 60_000;

/** Channels that the bot may answer in, but not post to: it has not been invited. */
export interface UnjoinedChannels {
  add(channel: string): void;
  has(channel: string): boolean;
}

/** `now` in milliseconds. */
export function createUnjoinedChannels(now: () => number): UnjoinedChannels {
  const until = new Map<string, number>();
  return {
    add(channel) {
      for (const [each, end] of until) if (end <= now()) until.delete(each);
      until.set(channel, now() + believedForMs);
    },
    has: (channel) => (until.get(channel) ?? 0) > now(),
  };
}
