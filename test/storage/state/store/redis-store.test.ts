import keyvTestSuite, { keyvIteratorTests } from '@keyv/test-suite';
import Keyv from 'keyv';
import * as vitest from 'vitest';
import { connectRedis, disconnectRedis } from '../../../../src/storage/state/store/redis-client.ts';
import { createRedisStore } from '../../../../src/storage/state/store/redis-store.ts';
import { startRedis } from '../../../support/redis.ts';

const { afterAll, describe } = vitest;

const server = await startRedis();
const client = await connectRedis(server.url);
// The suite makes dozens of stores over one client; each listens to it.
client.setMaxListeners(0);
afterAll(async () => {
  await disconnectRedis(client);
  await server.stop();
});

describe('Redis, connected and scanned our way, passes the official suite of Keyv', () => {
  const createStore = () => createRedisStore(client);
  keyvTestSuite(vitest, Keyv, createStore);
  keyvIteratorTests(vitest, Keyv, createStore);
});
