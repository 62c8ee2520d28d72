import type { Log } from './core/ports/log.ts';
import { publicNetwork } from './network/network-rules.ts';
import { createFeeds, type Feeds } from './storage/feeds/create-feeds.ts';
import { systemClock } from './system-clock.ts';

/** Beside the state, so that a source that is down keeps no bot from starting. */
const folder = 'var/feeds';

/** The feeds of this program, fetched from the internet alone. */
export function openFeeds(log: Log): Feeds {
  return createFeeds({
    folder,
    rules: publicNetwork,
    clock: systemClock,
    log,
    random: Math.random,
  });
}
