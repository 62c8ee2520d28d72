import { z } from 'zod';
import { addDays, type Day, dayOf } from '../claims/calendar.ts';
import type { CommunityKey, Platform, UserKey } from '../keys.ts';
import type { Errand } from '../outbox/errand.ts';
import type { Communities } from '../ports/communities.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { Destination } from '../ports/sender.ts';
import { StoreLostError } from '../ports/store-lost-error.ts';
import { textsFor } from '../texts/texts.ts';
import { collectDigest, type DigestParts } from './collect-digest.ts';
import { presentDigest } from './present-digest.ts';

/** A channel that gets the digest. */
export interface DigestChannel {
  readonly platform: Exclude<Platform, 'console'>;
  readonly channel: string;
  /** Where the platform needs it, or its language is to be spoken. */
  readonly community: CommunityKey | undefined;
}

/** Where the digest goes: nowhere unless somebody set it. */
export interface DigestSettings {
  readonly channels: readonly DigestChannel[];
  /** Those who get it as a direct message. */
  readonly people: readonly UserKey[];
}

export interface DigestsParts extends DigestParts {
  readonly settings: DigestSettings;
  readonly communities: Pick<Communities, 'settings'>;
  readonly outbox: Pick<Outbox, 'add'>;
  readonly clock: () => Date;
}

export interface Digests {
  /** Puts this week's digest into the outbox, which takes it once, whichever process is the first. While the store is lost it waits. */
  plan(): Promise<void>;
  /** Makes it of what is so when it goes. */
  readonly errand: Errand;
}

/** On Mondays, at this hour UTC; who sets it up later in a week gets that week's at once. */
const hour = 8;

const dataSchema = z.object({
  to: z.custom<Destination>((value) => typeof value === 'object' && value !== null),
});

export function createDigests(parts: DigestsParts): Digests {
  const { settings, communities, outbox, clock } = parts;
  let planned: Day | undefined;

  return {
    async plan() {
      const week = latestMonday(clock());
      if (week === planned) return;
      try {
        for (const [name, platform, to] of destinations(settings)) {
          await outbox.add({
            key: `digest ${week} ${name}`,
            platform,
            kind: 'digest',
            data: { to },
          });
        }
        planned = week;
      } catch (error) {
        if (!(error instanceof StoreLostError)) throw error;
      }
    },
    errand: {
      kind: 'digest',
      async run(data, { sender, step, nonce }) {
        const { to } = dataSchema.parse(data);
        const community = to.to === 'answer' ? to.address.community : to.community;
        const t = textsFor(communities.settings(community).language);
        const answer = presentDigest(await collectDigest(parts, clock()), t);
        const reply = { ...answer, locale: t.locale, visibility: 'public' } as const;
        await step('post', 'nonce', () => sender.post(to, reply, nonce('post')));
        return { state: 'sent' };
      },
    },
  };
}

/** Names tell a channel, and an operator by their number only. */
function destinations({
  channels,
  people,
}: DigestSettings): readonly (readonly [string, Platform, Destination])[] {
  return [
    ...channels.map(({ platform, channel, community }) => {
      const address = { platform, community, channel, thread: undefined, message: undefined };
      return [`${platform}:${channel}`, platform, { to: 'answer', address }] as const;
    }),
    ...people.map((user, index) => {
      const [platform, id = ''] = user.split(':') as [DigestChannel['platform'], string];
      const [team, member] = id.split('/');
      const community = member === undefined ? undefined : (`slack:${team}` as const);
      return [`operator ${index + 1}`, platform, { to: 'person', user, community }] as const;
    }),
  ];
}

/** The Monday whose digest is the last that was due. */
function latestMonday(now: Date): Day {
  const today = dayOf(new Date(now.getTime() - hour * 60 * 60_000));
  const weekday = (new Date(today).getUTCDay() + 6) % 7;
  return addDays(today, -weekday);
}
