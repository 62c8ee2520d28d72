import type { ChildProcess } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { z } from 'zod';

/** Calls a method of the Chrome DevTools Protocol and resolves with its result. */
export type Send = (method: string, params: object, sessionId?: string) => Promise<unknown>;

/**
 * Speaks with a browser started with `--remote-debugging-pipe`: it reads from its file descriptor 3 and writes to 4,
 * each message JSON that ends with a null byte.
 */
export function openPipe(browser: ChildProcess): Send {
  const [, , , toBrowser, fromBrowser] = browser.stdio;
  if (!(toBrowser instanceof Writable && fromBrowser instanceof Readable)) {
    throw new Error('The browser was started without pipes.');
  }
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;
  let unread = '';

  fromBrowser.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (unread + chunk).split('\0');
    unread = messages.pop() ?? '';
    for (const message of messages) {
      const { id, result, error } = messageSchema.parse(JSON.parse(message));
      if (id === undefined) continue;
      if (error) waiting.get(id)?.reject(new Error(error.message));
      else waiting.get(id)?.resolve(result);
      waiting.delete(id);
    }
  });
  browser.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`The browser ended (${code}).`));
  });

  return (method, params, sessionId) => {
    lastId += 1;
    const answer = Promise.withResolvers<unknown>();
    waiting.set(lastId, answer);
    toBrowser.write(`${JSON.stringify({ id: lastId, method, params, sessionId })}\0`);
    return answer.promise;
  };
}

/** Answers have an `id`, events none. */
const messageSchema = z.object({
  id: z.number().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});
