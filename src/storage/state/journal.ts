import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Ledger, LedgerRecord } from '../../core/ports/ledger.ts';

/** Most records that are read in one step. */
const largestPage = 100;

interface Entry {
  /** ISO 8601 instant. */
  readonly at: string;
}

/** What happened, each entry a record of its own, so that many processes can add to it. */
export interface Journal<E extends Entry> {
  /** `about` sorts entries into groups; it holds no spaces. */
  add(entry: E, about?: string): Promise<void>;
  /** The latest first; entries of another version that can't be read are left out. */
  latest(limit: number, about?: string): Promise<readonly E[]>;
  removeAll(about: string): Promise<void>;
  /** Looks at every entry there is. */
  removeWhere(isMeant: (entry: E) => boolean): Promise<void>;
}

export interface JournalOptions<E extends Entry> {
  /** Begins the keys of all entries; it holds no spaces. */
  readonly name: string;
  readonly schema: z.ZodType<E>;
  /** How long an entry is kept, in milliseconds; for good unless given. */
  readonly keepMs?: number;
}

/** All of its operations reject with `StoreLostError` when the store is away. */
export function createJournal<E extends Entry>(
  ledger: Ledger,
  { name, schema, keepMs }: JournalOptions<E>,
): Journal<E> {
  const writer = randomUUID().slice(0, 8);
  let added = 0;

  const prefixOf = (about: string | undefined): string =>
    about === undefined ? `${name} ` : `${name} ${about} `;

  async function* pages(
    about: string | undefined,
    limit: number,
  ): AsyncGenerator<readonly LedgerRecord[], void> {
    const prefix = prefixOf(about);
    let after: string | undefined;
    do {
      const page = await ledger.list({ prefix, order: 'descending', after, limit });
      yield page;
      after = page.length < limit ? undefined : page.at(-1)?.key;
    } while (after !== undefined);
  }

  return {
    async add(entry, about) {
      // Keys sort by time; the count keeps two entries of one millisecond apart and in order.
      added += 1;
      const key = `${prefixOf(about)}${entry.at} ${String(added).padStart(9, '0')} ${writer}`;
      await ledger.put(key, entry, keepMs);
    },
    async latest(limit, about) {
      const entries: E[] = [];
      for await (const page of pages(about, Math.min(limit, largestPage))) {
        entries.push(...page.flatMap(({ value }) => schema.safeParse(value).data ?? []));
        if (entries.length >= limit) break;
      }
      return entries.slice(0, limit);
    },
    async removeAll(about) {
      for await (const page of pages(about, largestPage))
        await ledger.remove(page.map(({ key }) => key));
    },
    async removeWhere(isMeant) {
      for await (const page of pages(undefined, largestPage)) {
        const meant = page.filter(({ value }) => {
          const { data } = schema.safeParse(value);
          return data !== undefined && isMeant(data);
        });
        await ledger.remove(meant.map(({ key }) => key));
      }
    },
  };
}
