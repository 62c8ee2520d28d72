export const platforms = ['console', 'discord', 'slack'] as const;
export type Platform = (typeof platforms)[number];

/**
 * A person, unique everywhere: `discord:80351110224678912`, and `slack:T024BE7LH/U024BE7LH`, because Slack's member ids
 * are told apart by their workspace only.
 */
export type UserKey = `${Platform}:${string}`;

/** `discord:81384788765712384`: a server or workspace. */
export type CommunityKey = `discord:${string}` | `slack:${string}`;

/** `slack:C024BE7LH`: a channel, unique across platforms. */
export type ChannelKey = `${Platform}:${string}`;

/** `slack:U024BE7LH` for `slack:T024BE7LH/U024BE7LH`: as operators of one workspace may write it, and earlier versions kept it. */
export function withoutWorkspace(user: UserKey): UserKey {
  return user.replace(/:.*\//, ':') as UserKey;
}

/** The platform's own id of a person or channel: `U024BE7LH`. */
export function platformId(key: UserKey | ChannelKey): string {
  return key.slice(Math.max(key.indexOf(':'), key.lastIndexOf('/')) + 1);
}
