import type { DigestSettings } from '../../src/core/digest/places.ts';
import { world } from './discord/events.ts';

/** The digest goes to a channel on each platform, and to a person. */
export const everywhere: DigestSettings = {
  channels: [
    { platform: 'discord', channel: world.channel, community: undefined },
    { platform: 'slack', channel: 'CDESK', community: undefined },
  ],
  people: ['slack:UBOSS'],
};
