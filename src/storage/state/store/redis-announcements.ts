import { setTimeout as pause } from 'node:timers/promises';
import { type Announcements, announcementsKeptForMs } from './announcements.ts';
import { textToValue, valueToText } from './ledger-json.ts';
import type { RedisClient } from './redis-client.ts';

const stream = 'factbot-announcements';

/** Far more than are made while a process is cut off from the server. */
const mostKept = 1000;

/** How long a read waits inside Redis before it is made again. */
const blockMs = 2000;

/** A server that has not even ended an empty read by then is gone without a word: the connection is built up anew. */
const silenceMs = 4 * blockMs;

const retryAfterMs = 500;

/**
 * A stream that every process reads by itself from where it was. Unlike publish and subscribe, which forget what was said
 * while a connection was lost. Reading waits inside Redis, and so needs a connection of its own.
 */
export async function openRedisAnnouncements(client: RedisClient): Promise<Announcements> {
  const [newest] = await client.xRevRange(stream, '+', '-', { COUNT: 1 });
  let last = newest?.id ?? '0-0';
  const { socket } = client.options;
  const reader = client.duplicate({ socket: { ...socket, socketTimeout: silenceMs } });
  // Without a listener the first lost connection would end the process; the next read sees it.
  reader.on('error', () => {});
  let isClosed = false;

  async function read(hear: (value: unknown) => void): Promise<void> {
    if (!reader.isOpen) await reader.connect();
    const streams = await reader.xRead({ key: stream, id: last }, { BLOCK: blockMs, COUNT: 100 });
    for (const { id, message } of streams?.[0]?.messages ?? []) {
      last = id;
      hear(textToValue(message.value ?? ''));
    }
  }

  async function readOn(hear: (value: unknown) => void): Promise<void> {
    while (!isClosed) {
      await read(hear).catch(() => pause(retryAfterMs, undefined, { ref: false }));
    }
  }

  return {
    async announce(value) {
      await client
        .multi()
        .xAdd(
          stream,
          '*',
          { value: valueToText(value) },
          { TRIM: { strategy: 'MAXLEN', strategyModifier: '~', threshold: mostKept } },
        )
        .pExpire(stream, announcementsKeptForMs)
        .exec();
    },
    hear(hear) {
      void readOn(hear);
    },
    close() {
      isClosed = true;
      if (reader.isOpen) reader.destroy();
    },
  };
}
