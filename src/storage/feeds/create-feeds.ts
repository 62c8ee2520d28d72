import { rm } from 'node:fs/promises';
import { dayOf } from '../../core/claims/calendar.ts';
import { refreshMs } from '../../core/claims/feed.ts';
import type { Mistake } from '../../core/claims/mistake.ts';
import type { FeedState, FeedStates } from '../../core/ports/feeds.ts';
import type { Log } from '../../core/ports/log.ts';
import { NetworkError, type NetworkRules } from '../../network/network-rules.ts';
import type { FeedCopies, FeedCopy } from '../packs/feed-copy.ts';
import { checkFeed } from './check-feed.ts';
import { fetchFeed } from './fetch-feed.ts';
import { createKeptCopies, digestOf, type FeedRecord } from './kept-copies.ts';
import { type FeedPack, readFeedPacks } from './read-feed-packs.ts';

/** Which feeds are looked for at their sources: those without a copy, those whose copy is no longer fresh as well, or all. */
export type Wanted = 'missing' | 'due' | 'all';

/** The feeds that packs take their claims from, with the last good copy of each. */
export interface Feeds extends FeedStates {
  /**
   * Brings the feeds of the packs under a folder up to date, as far as is wanted, and gives the copies to read. Never rejects over
   * what a source does: while it is down, or gives what can't be used, the last good copy stays.
   */
  bring(dir: string, wanted: Wanted): Promise<FeedCopies>;
  /** Fetches the feed of one pack, whether or not any folder holds it. */
  fetch(pack: FeedPack): Promise<FeedCopy>;
  /** The same as `bring` for the packs of the last folder, those that are due. */
  refresh(): Promise<void>;
  /** A warning for each feed whose source is in trouble. */
  warnings(): readonly Mistake[];
}

export interface FeedParts {
  /** Where the copies are kept. */
  readonly folder: string;
  readonly rules: NetworkRules;
  readonly clock: () => Date;
  readonly log: Log;
  /** From 0 to 1; so much later than others does this process look, in tenths of the time between. */
  readonly random: () => number;
}

const limits = { maxBytes: 256 * 1024 * 1024, withinMs: 60_000, userAgent: 'factbot' } as const;

/** A source in trouble is tried again after so long, in milliseconds. */
const troubleRetryMs = 15 * 60_000;

/** A source that was tried so much later than now was tried before the clock was set back. Clocks of machines differ by less. */
const clocksDifferByMs = 60_000;

/** A source that had at least so many claims, and has lost more than half of them, is broken rather than shorter. */
const manyClaims = 10;

export function createFeeds({ folder, rules, clock, log, random }: FeedParts): Feeds {
  const copies = createKeptCopies(folder);
  const lateness = 1 + random() / 10;
  let packs: readonly FeedPack[] = [];
  /** By address, as they were when they were last looked at. */
  const records = new Map<string, FeedRecord>();
  /** One look after the other, so that nothing is fetched twice at once. */
  let looking: Promise<unknown> = Promise.resolve();

  async function lookAt(pack: FeedPack, wanted: Wanted): Promise<void> {
    const address = pack.claims;
    const before = await copies.get(address);
    if (before) records.set(address, before);
    if (!isWanted(before, pack, wanted)) return;
    const now = clock().toISOString();
    const after = await tried(pack, before, now);
    records.set(address, after);
    await copies.put(after);
    note(pack, before, after);
  }

  function isWanted(record: FeedRecord | undefined, pack: FeedPack, wanted: Wanted): boolean {
    if (!record || wanted === 'all') return true;
    const waitMs = record.trouble
      ? Math.min(refreshMs(pack), troubleRetryMs)
      : refreshMs(pack) * lateness;
    const passedMs = clock().getTime() - Date.parse(record.triedAt);
    const isDue = passedMs >= waitMs || passedMs < -clocksDifferByMs;
    return wanted === 'due' ? isDue : !record.copy;
  }

  async function tried(
    pack: FeedPack,
    before: FeedRecord | undefined,
    now: string,
  ): Promise<FeedRecord> {
    const address = pack.claims;
    const copy = before?.copy;
    const draft = await copies.draftPath(address);
    try {
      const version = await fetchFeed(address, copy ?? {}, draft, { ...limits, rules });
      if (copy && !version) return { address, triedAt: now, copy: { ...copy, confirmedAt: now } };
      const digest = await digestOf(draft);
      if (copy?.digest === digest) {
        return { address, triedAt: now, copy: { ...copy, ...version, confirmedAt: now } };
      }
      const found = await checkFeed(draft, pack, dayOf(clock()));
      const why = found.ok ? shrunk(found.claims, copy, copies.recordPath(address)) : found.why;
      if (!found.ok || why !== undefined) throw new UnusableFeed(why);
      await copies.take(address, draft, digest);
      const { kind, claims } = found;
      return {
        address,
        triedAt: now,
        copy: { digest, kind, claims, confirmedAt: now, ...version },
      };
    } catch (error) {
      if (!(error instanceof NetworkError || error instanceof UnusableFeed)) throw error;
      const trouble = { since: before?.trouble?.since ?? now, why: error.message };
      return { address, triedAt: now, ...(copy && { copy }), trouble };
    } finally {
      await rm(draft, { force: true });
    }
  }

  function note({ name }: FeedPack, before: FeedRecord | undefined, after: FeedRecord): void {
    const { trouble, copy } = after;
    if (trouble && !before?.trouble) {
      log.warn(
        { pack: name, why: trouble.why, copyOf: copy?.confirmedAt },
        'A pack’s address can’t be used: its last good copy is, if there is one',
      );
    } else if (!trouble && before?.trouble) {
      log.info({ pack: name }, 'A pack’s address can be used again');
    }
  }

  async function look(wanted: Wanted): Promise<void> {
    const byAddress = new Map(packs.map((pack) => [pack.claims, pack]));
    await Promise.all([...byAddress.values()].map((pack) => lookAt(pack, wanted)));
    await copies.sweep(clock());
  }

  function inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = looking.catch(() => {}).then(task);
    looking = result;
    return result;
  }

  function toCopy({ claims: address }: FeedPack): FeedCopy {
    const record = records.get(address);
    if (record?.copy) {
      const { digest, kind } = record.copy;
      return { path: copies.copyPath(address, digest), kind, digest };
    }
    return { missing: record?.trouble?.why ?? 'nobody has looked for it yet' };
  }

  return {
    bring: (dir, wanted) =>
      inTurn(async () => {
        packs = await readFeedPacks(dir);
        await look(wanted);
        return Object.fromEntries(packs.map((pack) => [pack.claims, toCopy(pack)]));
      }),
    fetch: (pack) =>
      inTurn(async () => {
        await lookAt(pack, 'all');
        return toCopy(pack);
      }),
    refresh: () => inTurn(() => look('due')),
    list: () =>
      packs.map(({ name, claims: address }): FeedState => {
        const { copy, trouble } = records.get(address) ?? {};
        const { confirmedAt, digest } = copy ?? {};
        return { pack: name, site: new URL(address).hostname, confirmedAt, copy: digest, trouble };
      }),
    warnings: () =>
      packs.flatMap(({ name, claims: address }) => {
        const { copy, trouble } = records.get(address) ?? {};
        if (!copy || !trouble) return [];
        const message = `${trouble.why}: its copy of ${copy.confirmedAt} is used`;
        return [{ file: address, line: 1, column: 1, field: name, message }];
      }),
  };
}

/** Why what was fetched is not used, in a sentence without its full stop. */
class UnusableFeed extends Error {
  override readonly name = 'UnusableFeed';
}

function shrunk(claims: number, copy: FeedRecord['copy'], path: string): string | undefined {
  const before = copy?.claims ?? 0;
  if (before < manyClaims || claims * 2 >= before) return undefined;
  return `it holds ${claims} claims and held ${before}: if that is right, remove ${path} and reload`;
}
