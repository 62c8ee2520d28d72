import type { Keyv } from 'keyv';

/** How long reading a whole namespace may take: it goes over every key in Redis, and no acknowledgement waits for it. */
export const readAllTimeoutMs = 10_000;

/** Everything in a namespace, each key once; unchecked, as another version of the bot may have written it. */
export async function readAll(keyv: Keyv<unknown>): Promise<ReadonlyMap<string, unknown>> {
  const entries = new Map<string, unknown>();
  for await (const [key, value] of keyv.iterator?.(undefined) ?? []) entries.set(key, value);
  return entries;
}
