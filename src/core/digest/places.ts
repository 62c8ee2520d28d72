import { z } from 'zod';
import type { CommunityKey, Platform, UserKey } from '../keys.ts';
import type { ErrandTools } from '../outbox/errand.ts';
import { say } from '../outbox/say.ts';
import type { Communities } from '../ports/communities.ts';
import type { Destination } from '../ports/sender.ts';
import type { Answer } from '../reply/reply.ts';
import { type Texts, textsFor } from '../texts/texts.ts';

/** A channel that gets the digest. */
export interface DigestChannel {
  readonly platform: Exclude<Platform, 'console'>;
  readonly channel: string;
  /** Where the platform needs it, or its language is to be spoken. */
  readonly community: CommunityKey | undefined;
}

/** Where the digest and notices go: nowhere unless somebody set it. */
export interface DigestSettings {
  readonly channels: readonly DigestChannel[];
  /** Those who get it as a direct message. */
  readonly people: readonly UserKey[];
}

export interface Place {
  /** Tells a channel, and an operator by their number only. */
  readonly name: string;
  readonly platform: DigestChannel['platform'];
  readonly to: Destination;
}

export const destinationSchema = z.custom<Destination>(
  (value) => typeof value === 'object' && value !== null,
);

export function listPlaces({ channels, people }: DigestSettings): readonly Place[] {
  return [
    ...channels.map(({ platform, channel, community }): Place => {
      const address = { platform, community, channel, thread: undefined, message: undefined };
      return { name: `${platform}:${channel}`, platform, to: { to: 'answer', address } };
    }),
    ...people.map((user, index): Place => {
      const [platform, id = ''] = user.split(':') as [DigestChannel['platform'], string];
      const [team, member] = id.split('/');
      const community = member === undefined ? undefined : (`slack:${team}` as const);
      return { name: `operator ${index + 1}`, platform, to: { to: 'person', user, community } };
    }),
  ];
}

/** Says something once, in the language of the place. */
export async function sayAt(
  to: Destination,
  present: (t: Texts) => Answer | Promise<Answer>,
  communities: Pick<Communities, 'settings'>,
  tools: Pick<ErrandTools, 'sender' | 'step' | 'begun' | 'nonce'>,
): Promise<void> {
  const community = to.to === 'answer' ? to.address.community : to.community;
  const t = textsFor(communities.settings(community).language);
  const reply = { ...(await present(t)), locale: t.locale, visibility: 'public' } as const;
  await say(tools, 'post', { to, reply, nonce: tools.nonce('post'), shows: [] });
}
