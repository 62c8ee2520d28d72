import { createKeyv } from './create-keyv.ts';
import { openRedisAnnouncements } from './redis-announcements.ts';
import { connectRedis, disconnectRedis } from './redis-client.ts';
import { createRedisLedger, tidyRedisLedger } from './redis-ledger.ts';
import { createRedisStore } from './redis-store.ts';
import { StateError } from './state-error.ts';
import type { Store } from './store.ts';
import { messageOf } from './why.ts';

/** @throws {StateError} when the server can't be reached. */
export async function openRedisStore(url: string): Promise<Store> {
  const name = withoutCredentials(url);
  try {
    const client = await connectRedis(url);
    // Each namespace's adapter listens to it; they are few, and as old as the client.
    client.setMaxListeners(0);
    return {
      name,
      redis: client,
      keyv: (namespace) => {
        const store = createRedisStore(client, namespace);
        return createKeyv({ store, namespace, useKeyPrefix: false });
      },
      createLedger: () => createRedisLedger(client),
      tidy: () => tidyRedisLedger(client),
      openAnnouncements: () => openRedisAnnouncements(client),
      close: () => disconnectRedis(client),
    };
  } catch (error) {
    throw new StateError(
      `The state in ${name} can't be reached (${messageOf(error)}): start the server and check address and password, or set STATE_URL to another place.`,
    );
  }
}

function withoutCredentials(url: string): string {
  if (!URL.canParse(url) || /%(?![0-9a-f]{2})/i.test(url)) {
    throw new StateError(
      'STATE_URL is no address: write redis://host:6379, special characters in the password as %xx.',
    );
  }
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
