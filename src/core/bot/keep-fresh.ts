import { type Day, dayOf } from '../claims/calendar.ts';
import { isGoodOn } from '../claims/set-fingerprint.ts';
import type { FeedStates } from '../ports/feeds.ts';
import type { Log } from '../ports/log.ts';
import { noteReload } from './note-files.ts';
import type { SharedLibrary } from './shared-library.ts';

interface RefreshingFeeds extends FeedStates {
  /** Looks for those that are due. */
  refresh(): Promise<void>;
}

export interface KeepFreshParts {
  readonly feeds: RefreshingFeeds;
  readonly library: Pick<SharedLibrary, 'current' | 'files' | 'reload'>;
  readonly clock: () => Date;
  readonly log: Log;
}

/**
 * Looks for the feeds that are due, and takes over what has changed by a reload like any other; so is what a record says from today on.
 * Where nothing has changed, nothing is read.
 * Never rejects: the log is told.
 */
export async function keepFresh({ feeds, library, clock, log }: KeepFreshParts): Promise<void> {
  try {
    const before = feeds.list().map(({ copy }) => copy);
    await feeds.refresh();
    const isFetched = feeds.list().some(({ copy }, index) => copy !== before[index]);
    if (isNews(isFetched, feeds, library, dayOf(clock())))
      noteReload((await library.reload('refresh')).result, log);
  } catch (error) {
    log.error({ err: error }, 'The packs’ addresses can’t be looked at');
  }
}

function isNews(
  isFetched: boolean,
  feeds: FeedStates,
  { current, files }: KeepFreshParts['library'],
  today: Day,
): boolean {
  switch (files.state) {
    case 'used':
      if (!isGoodOn(current.fingerprint, today)) return true;
      // Another process may have fetched it, and so may a rehearsal.
      return feeds.list().some(({ pack, copy }) => {
        const inUse = current.packs.find(({ name }) => name === pack);
        return inUse !== undefined && copy !== undefined && inUse.copy !== copy;
      });
    case 'broken':
      // Without news it would fail as it did.
      return isFetched;
    case 'passed-over':
      // Whoever went back stays there until somebody reloads.
      return false;
  }
}
