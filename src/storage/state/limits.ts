import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { Limits } from '../../core/ports/limits.ts';
import type { RedisClient } from './store/redis-client.ts';
import type { StoreGuard } from './store-guard.ts';

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

/** For each of the two counts: an acknowledgement, due within 3 s, waits for both. */
const waitForRedisMs = 250;

/** Counts in the Redis that processes share, where there is one; otherwise, and while it is lost, in memory. */
export function createLimits(redis: RedisClient | undefined, guard: StoreGuard): Limits {
  const perUser = createLimit('factbot-uses-user', usesPerUserAMinute);
  const perCommunity = createLimit('factbot-uses-community', usesPerCommunityAMinute);

  /** Takes one use; the time until there is one again, in milliseconds. */
  function createLimit(keyPrefix: string, points: number): (key: string) => Promise<number> {
    const own = new RateLimiterMemory({ keyPrefix, points, duration: windowSeconds });
    if (!redis) return (key) => takeFrom(own, key);
    const shared = createSharedLimiter(redis, keyPrefix, points);
    return async (key) =>
      (await orLate(guard.withFallback(() => takeFrom(shared, key), undefined))) ??
      takeFrom(own, key);
  }

  return {
    async take(user, community) {
      // One after the other: who is over the limit does not use up what the others have.
      const waitMs = await perUser(user);
      if (waitMs > 0 || community === undefined) return { waitMs };
      return { waitMs: await perCommunity(community) };
    },
  };
}

/** Undefined when it takes too long; what is still counted then counts for the next use. */
async function orLate<T>(taken: Promise<T>): Promise<T | undefined> {
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => late.resolve(undefined), waitForRedisMs);
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

async function takeFrom(limiter: RateLimiterAbstract, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return Math.max(1, refusal.msBeforeNext);
  }
}
