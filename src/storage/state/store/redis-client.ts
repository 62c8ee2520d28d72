import { createClient } from '@keyv/redis';
import { within } from '../../../core/ports/within.ts';

/** How long a start may wait for the server: for the network, and for its first answer. */
const connectTimeoutMs = 5000;

const longestPauseMs = 5000;

/** How long commands under way may take at the end. */
const shutdownGraceMs = 1000;

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
  try {
    await within(
      connectTimeoutMs,
      client.connect().then(() => client.ping()),
    );
    return client;
  } catch (error) {
    if (client.isOpen) client.destroy();
    throw error;
  }
}

/** Lets commands under way finish for a moment, then disconnects. */
export async function disconnectRedis(client: RedisClient): Promise<void> {
  // Redis answers in order, so an answered ping means that nothing else is under way. The client's own close()
  // waits for ever when the server hangs.
  await within(shutdownGraceMs, client.ping()).catch(() => {});
  if (client.isOpen) client.destroy();
}
