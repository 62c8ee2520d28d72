export const platforms = ['console', 'discord', 'slack'] as const;
export type Platform = (typeof platforms)[number];

/** `slack:U024BE7LH`: a person, unique across platforms. */
export type UserKey = `${Platform}:${string}`;

/** `discord:81384788765712384`: a server or workspace. */
export type CommunityKey = `discord:${string}` | `slack:${string}`;

/** `slack:C024BE7LH`: a channel, unique across platforms. */
export type ChannelKey = `${Platform}:${string}`;
