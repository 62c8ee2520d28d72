import { onTestFinished } from 'vitest';
import { startOwnRedis } from '../../support/redis.ts';
import { openState } from './state-kinds.ts';

/** A state over a Redis that has answered nothing since it was opened. */
export async function openOverHangingRedis() {
  const redis = await startOwnRedis();
  onTestFinished(redis.stop);
  const state = await openState(redis.url);
  redis.freeze();
  return { redis, state };
}
