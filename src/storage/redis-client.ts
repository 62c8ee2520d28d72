import { createClient } from '@keyv/redis';

/** How long a start may wait for the server: for the network, and for its first answer. */
const connectTimeoutMs = 5000;

const longestPauseMs = 5000;

export type RedisClient = ReturnType<typeof createBoundedClient>;

/** A client that fails fast and, once it was connected, tries for ever to be so again. */
function createBoundedClient(url: string) {
  let wasReady = false;
  const client = createClient({
    url,
    // Waiting commands would hold up answers and pile up.
    disableOfflineQueue: true,
    // Finds a connection that died without a word.
    pingInterval: 30_000,
    socket: {
      connectTimeout: connectTimeoutMs,
      reconnectStrategy: (retries) =>
        wasReady && Math.min(100 * 2 ** Math.min(retries, 10), longestPauseMs),
    },
  });
  client.once('ready', () => {
    wasReady = true;
  });
  return client;
}

/**
 * Connects once; rejects when the server can't be reached or refuses us. A connection lost later is built up again
 * in the background, and commands fail at once meanwhile.
 */
export async function connectRedis(url: string): Promise<RedisClient> {
  const client = createBoundedClient(url);
  // Without a listener the first lost connection would end the process; whoever uses the client sees it fail.
  client.on('error', () => {});
  const timeout = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => timeout.reject(new Error(`no answer within ${connectTimeoutMs / 1000} s`)),
    connectTimeoutMs,
  );
  try {
    await Promise.race([client.connect().then(() => client.ping()), timeout.promise]);
    return client;
  } catch (error) {
    if (client.isOpen) client.destroy();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Lets commands under way finish for a moment, then disconnects. */
export async function disconnectRedis(client: RedisClient): Promise<void> {
  if (!client.isOpen) return;
  if (!client.isReady) {
    client.destroy();
    return;
  }
  const timer = setTimeout(() => client.destroy(), 1000);
  await client.close().catch(() => {});
  clearTimeout(timer);
}
