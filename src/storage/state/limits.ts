import { setTimeout as pause } from 'node:timers/promises';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { Limits } from '../../core/ports/limits.ts';
import type { PersonKeys } from './person-keys.ts';
import type { RedisClient } from './store/redis-client.ts';
import { type StoreGuard, unlessLost } from './store-guard.ts';

const windowSeconds = 60;

/**
 * Somebody who reads the answers does not ask every three seconds for a minute; pressing through a list may.
 * Exported for tests: they use it up.
 */
export const usesPerUserAMinute = 20;

/**
 * Fifteen people at their own limit. Discord lets a bot send 50 requests a second over all its servers, so one has a tenth.
 * Exported for tests: they use it up.
 */
export const usesPerCommunityAMinute = 300;

/**
 * Both platforms ask once somebody pauses, several times a second at most; nobody types for a minute on end.
 * Exported for tests: they use it up.
 */
export const completionsPerUserAMinute = 120;

/** For all that is counted together, and again for who was told: an acknowledgement, due within 3 s, waits for both. */
const waitForStoreMs = 500;

/** How soon a process looks again whether another has judged an event that both plan, in milliseconds. */
const lookAgainMs = 5;

type Taken = Awaited<ReturnType<Limits['take']>>;

/** Takes one use of what the key has, or only looks; the time until there is one, in milliseconds. */
type Take = (key: string, isCounted: boolean, waitAtMostMs: () => number) => Promise<number>;

/**
 * Counts in the Redis that processes share, where there is one; otherwise, and while it is lost, in memory. Who was told
 * why they are not answered stands in the ledger, so that processes over one SQLite file know it as well.
 */
export function createLimits(
  redis: RedisClient | undefined,
  guard: StoreGuard,
  ledger: Ledger,
  personKey: PersonKeys,
): Limits {
  const perUser = createLimit('factbot-uses-user', usesPerUserAMinute);
  const perCommunity = createLimit('factbot-uses-community', usesPerCommunityAMinute);
  const completions = new RateLimiterMemory({
    points: completionsPerUserAMinute,
    duration: windowSeconds,
  });

  function createLimit(keyPrefix: string, points: number): Take {
    const own = new RateLimiterMemory({ keyPrefix, points, duration: windowSeconds });
    if (!redis) return (key, isCounted) => takeFrom(own, key, isCounted);
    const shared = createSharedLimiter(redis, keyPrefix, points);
    return async (key, isCounted, waitAtMostMs) => {
      const taken = guard.withFallback(() => takeFrom(shared, key, isCounted), undefined);
      return (await orLate(taken, waitAtMostMs())) ?? takeFrom(own, key, isCounted);
    };
  }

  /**
   * What the process that counts the event found: who only looked at the count might look before it is counted, and judge
   * otherwise. `'to count'` for the first that asks, `'late'` when the first has not said in time.
   */
  async function askOthers(key: string, giveUpAt: number): Promise<Taken | 'to count' | 'late'> {
    const expiration = { type: 'EX', value: windowSeconds } as const;
    const isFirst = async () =>
      (await redis?.set(key, '', { condition: 'NX', expiration })) === 'OK';
    const claimed = orLate(guard.withFallback(isFirst, true), giveUpAt - performance.now());
    if ((await claimed) ?? true) return 'to count';
    while (performance.now() < giveUpAt) {
      const judged = guard.withFallback(async () => redis?.get(key), undefined);
      const waitMs = await orLate(judged, giveUpAt - performance.now());
      if (waitMs) return { waitMs: Number(waitMs) };
      await pause(lookAgainMs);
    }
    return 'late';
  }

  /** Nobody's answer waits for it. */
  function tellOthers(key: string, waitMs: number): void {
    void guard.withFallback(
      async () => redis?.set(key, `${waitMs}`, { condition: 'XX', expiration: 'KEEPTTL' }),
      undefined,
    );
  }

  return {
    async take(user, community, event) {
      const giveUpAt = performance.now() + waitForStoreMs;
      const waitAtMostMs = (): number => Math.max(0, giveUpAt - performance.now());
      const key = redis && event !== undefined ? `factbot-uses-event:${event}` : undefined;
      const asked = key === undefined ? 'to count' : await askOthers(key, giveUpAt);
      if (typeof asked !== 'string') return asked;
      const isCounted = asked === 'to count';
      // One after the other: who is over the limit does not use up what the others have.
      let waitMs = await perUser(personKey(user, 'limits'), isCounted, waitAtMostMs);
      if (waitMs === 0 && community !== undefined) {
        waitMs = await perCommunity(community, isCounted, waitAtMostMs);
      }
      if (key !== undefined && isCounted) tellOthers(key, waitMs);
      return { waitMs };
    },
    takeCompletion: async (user) => ({ waitMs: await takeFrom(completions, user, true) }),
    async tellOnce(user, silentForMs) {
      const key = `refused ${personKey(user, 'refusals')}`;
      const claimed = unlessLost(ledger.claim(key, silentForMs), true);
      return (await orLate(claimed, waitForStoreMs)) ?? true;
    },
  };
}

/** Undefined when it takes too long; what is still counted then counts for the next use. */
async function orLate<T>(taken: Promise<T>, waitAtMostMs: number): Promise<T | undefined> {
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => late.resolve(undefined), waitAtMostMs);
  try {
    return await Promise.race([taken, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** @throws when Redis does not let us run scripts. */
export async function proveCounting(redis: RedisClient): Promise<void> {
  await createSharedLimiter(redis, 'factbot-probe-uses', 1).penalty('started');
}

function createSharedLimiter(
  storeClient: RedisClient,
  keyPrefix: string,
  points: number,
): RateLimiterRedis {
  // The class of the client is made at run time, so the limiter can't tell it by name.
  const useRedisPackage = true;
  return new RateLimiterRedis({
    storeClient,
    useRedisPackage,
    keyPrefix,
    points,
    duration: windowSeconds,
  });
}

async function takeFrom(
  limiter: RateLimiterAbstract,
  key: string,
  isCounted: boolean,
): Promise<number> {
  if (!isCounted) {
    const uses = await limiter.get(key);
    return uses && uses.consumedPoints > limiter.points ? waitOf(uses) : 0;
  }
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return waitOf(refusal);
  }
}

/** Told by a clock that may have been set back since; the count is gone by then all the same. */
function waitOf({ msBeforeNext }: RateLimiterRes): number {
  return Math.min(windowSeconds * 1000, Math.max(1, msBeforeNext));
}
