import { z } from 'zod';
import { addDays, type Day, dayOf } from '../claims/calendar.ts';
import type { Errand } from '../outbox/errand.ts';
import type { Communities } from '../ports/communities.ts';
import type { Outbox } from '../ports/outbox.ts';
import { StoreLostError } from '../ports/store-lost-error.ts';
import type { Texts } from '../texts/texts.ts';
import { collectDigest, type DigestParts } from './collect-digest.ts';
import { type DigestSettings, destinationSchema, listPlaces, sayAt } from './places.ts';
import { presentDigest } from './present-digest.ts';

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

const dataSchema = z.object({ to: destinationSchema });

export function createDigests(parts: DigestsParts): Digests {
  const { settings, communities, outbox, clock } = parts;
  let planned: Day | undefined;

  return {
    async plan() {
      const week = latestMonday(clock());
      if (week === planned) return;
      try {
        for (const { name, platform, to } of listPlaces(settings)) {
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
      async run(data, tools) {
        const { to } = dataSchema.parse(data);
        const present = async (t: Texts) => presentDigest(await collectDigest(parts, clock()), t);
        await sayAt(to, present, communities, tools);
        return { state: 'sent' };
      },
    },
  };
}

/** The Monday whose digest is the last that was due. */
function latestMonday(now: Date): Day {
  const today = dayOf(new Date(now.getTime() - hour * 60 * 60_000));
  const weekday = (new Date(today).getUTCDay() + 6) % 7;
  return addDays(today, -weekday);
}
