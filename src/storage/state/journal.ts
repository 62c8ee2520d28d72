import { randomUUID } from 'node:crypto';
import type { Keyv } from 'keyv';
import type { z } from 'zod';
import { readAll } from './read-all.ts';

interface Entry {
  /** ISO 8601 instant. */
  readonly at: string;
}

/** What happened, each entry under a key of its own, because Keyv can't append to a list without losing entries. */
export interface Journal<E extends Entry> {
  /** `about` sorts entries into groups; it holds no spaces. */
  add(entry: E, about?: string): Promise<void>;
  /** The latest first; entries of another version that can't be read are left out. */
  latest(limit: number, about?: string): Promise<readonly E[]>;
  removeAll(about: string): Promise<void>;
}

/** All of its operations reject when the store fails. */
export function createJournal<E extends Entry>(
  keyv: Keyv<unknown>,
  schema: z.ZodType<E>,
  keepMs: number,
): Journal<E> {
  const writer = randomUUID().slice(0, 8);
  let added = 0;

  async function entriesOn(about: string | undefined): Promise<readonly [string, unknown][]> {
    const prefix = about === undefined ? '' : `${about} `;
    return [...(await readAll(keyv))].filter(([key]) => key.startsWith(prefix));
  }

  return {
    async add(entry, about) {
      // Keys sort by time; the count keeps two entries of one millisecond apart and in order.
      added += 1;
      const key = `${entry.at} ${String(added).padStart(9, '0')} ${writer}`;
      await keyv.set(about === undefined ? key : `${about} ${key}`, entry, keepMs);
    },
    async latest(limit, about) {
      const entries = await entriesOn(about);
      return entries
        .toSorted(([a], [b]) => (a < b ? 1 : -1))
        .flatMap(([, value]) => schema.safeParse(value).data ?? [])
        .slice(0, limit);
    },
    async removeAll(about) {
      for (const [key] of await entriesOn(about)) await keyv.delete(key);
    },
  };
}
