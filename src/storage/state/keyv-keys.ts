import type { Keyv } from 'keyv';

/** The keys of a namespace. It looks at every key of the store, so only what happens seldom may ask for it. */
export async function keysOf(keyv: Keyv<unknown>): Promise<readonly string[]> {
  const keys = new Set<string>();
  for await (const [key] of keyv.iterator?.(undefined) ?? []) keys.add(key);
  return [...keys];
}
