import { z } from 'zod';
import type { CommunityKey } from '../../core/keys.ts';
import type { Ledger, LedgerPage, LedgerRecord } from '../../core/ports/ledger.ts';
import type { KeptReceipt, Receipts, StandingReceipt } from '../../core/ports/receipts.ts';
import { details } from '../../core/ports/settings.ts';
import { createJournal } from './journal.ts';
import { unlessLost } from './store-guard.ts';
import { addressSchema, claimRefSchema } from './stored-keys.ts';

/**
 * Longer than anybody scrolls back to an answer, and no longer.
 * Exported for tests: they look before and after.
 */
export const receiptsKeptForMs = 90 * 24 * 60 * 60 * 1000;

const id = z.string().optional();

/** Exported for tests: docs/privacy.md names what is in it. */
export const receiptSchema: z.ZodType<KeptReceipt> = z.object({
  at: z.iso.datetime(),
  ref: claimRefSchema,
  revision: z.string(),
  address: addressSchema,
  canBeEdited: z.boolean(),
  shown: z
    .object({
      locale: z.string(),
      detail: z.enum(details),
      answer: id,
      isShared: z.boolean(),
      isWhole: z.boolean(),
    })
    .transform(({ locale, detail, answer, isShared, isWhole }) => ({
      locale,
      detail,
      answer,
      isShared,
      isWhole,
    }))
    .optional(),
  corrected: z.object({ times: z.number().int().positive(), original: z.string() }).optional(),
});

export interface KeptReceipts extends Receipts {
  /** Removes those of a community. Rejects when the store is lost. */
  forget(community: CommunityKey): Promise<void>;
}

const prefix = 'receipts ';

/** Ordered by time, in one channel by the messages' own order, and the same whoever writes it. */
function keyOf({ ref, at, address }: KeptReceipt): string {
  const { platform, community = platform, channel, message = '' } = address;
  return `${prefix}${ref} ${at} ${community}:${channel}:${message}`;
}

export function createKeptReceipts(ledger: Ledger): KeptReceipts {
  const journal = createJournal(ledger, {
    name: 'receipts',
    schema: receiptSchema,
    keepMs: receiptsKeptForMs,
  });

  async function read(page: Omit<LedgerPage, 'order'>): Promise<readonly StandingReceipt[]> {
    const records = await ledger.list({ ...page, order: 'descending' });
    return records.flatMap(toReceipt);
  }

  return {
    async add(receipt) {
      const add = ledger.add(keyOf(receipt), receipt, receiptsKeptForMs);
      await unlessLost(add, false);
    },
    about: (ref, limit) => read({ prefix: `${prefix}${ref} `, limit }),
    page: (after, limit) =>
      read({ prefix, after: after === undefined ? undefined : `${prefix}${after}`, limit }),
    async find(receiptId) {
      const record = await ledger.get(`${prefix}${receiptId}`);
      return record && toReceipt(record)[0];
    },
    change: ({ id: receiptId, ...receipt }) =>
      ledger.put(`${prefix}${receiptId}`, receipt, receiptsKeptForMs),
    forget: (community) => journal.removeWhere(({ address }) => address.community === community),
  };
}

/** None for one of another version that can't be read. */
function toReceipt({ key, value }: LedgerRecord): readonly StandingReceipt[] {
  const { data } = receiptSchema.safeParse(value);
  return data ? [{ ...data, id: key.slice(prefix.length) }] : [];
}
