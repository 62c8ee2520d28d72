import { afterAll, onTestFinished } from 'vitest';
import type { Log } from '../../../src/core/ports/log.ts';
import { createState, type State, type StateOptions } from '../../../src/storage/state/state.ts';
import { connectRedis, disconnectRedis } from '../../../src/storage/state/store/redis-client.ts';
import { startOwnRedis } from '../../support/redis.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testClock } from '../../support/test-day.ts';
import { createRecordingLog } from './recording-log.ts';
import type { StateKind } from './state-contract.ts';

export const memoryKind: StateKind = {
  name: 'memory',
  freshUrl: async () => 'memory:',
  survivesRestart: false,
  expiresBy: 'our clock',
};

/** A Redis server that is emptied each time. */
export const redisKind = (url: string): StateKind => ({
  name: 'Redis',
  async freshUrl() {
    const client = await connectRedis(url);
    await client.flushAll();
    await disconnectRedis(client);
    return url;
  },
  survivesRestart: true,
  expiresBy: 'its own clock',
});

/** Memory, SQLite and a Redis server of our own that is gone when the tests of the file are over. */
export async function startStateKinds(): Promise<readonly StateKind[]> {
  const server = await startOwnRedis();
  afterAll(() => server.stop());
  return [
    memoryKind,
    {
      name: 'SQLite',
      freshUrl: async () => `sqlite:${await temporaryFolder()}/state.db`,
      survivesRestart: true,
      expiresBy: 'our clock',
    },
    redisKind(server.url),
  ];
}

/** The kinds that outlive a process, which several may share and a test may look into. */
export function lasting(kinds: readonly StateKind[]): readonly StateKind[] {
  return kinds.filter(({ survivesRestart }) => survivesRestart);
}

/** Closed when the test is over. */
export async function openState(
  url: string,
  options: Partial<StateOptions> = {},
  log: Log = createRecordingLog(),
): Promise<State> {
  const state = await createState(url, log, { clock: testClock, ...options });
  onTestFinished(() => state.close());
  return state;
}
