import { z } from 'zod';
import { type CommunityKey, platforms } from '../../core/keys.ts';
import type { Ledger, LedgerPage, LedgerRecord } from '../../core/ports/ledger.ts';
import type { KeptReceipt, Receipts, StandingReceipt } from '../../core/ports/receipts.ts';
import { details } from '../../core/ports/settings.ts';
import { createJournal } from './journal.ts';
import { unlessLost } from './store-guard.ts';
import { claimRefSchema, communityKeySchema } from './stored-keys.ts';

/**
 * Longer than anybody scrolls back to an answer, and no longer.
 * Exported for tests: they look before and after.
 */
export const receiptsKeptForMs = 90 * 24 * 60 * 60 * 1000;

const id = z.string().optional();

const addressSchema = z
  .object({
    platform: z.enum(platforms),
    community: communityKeySchema.optional(),
    channel: z.string(),
    thread: id,
    message: id,
  })
  .transform(({ platform, community, channel, thread, message }) => ({
    platform,
    community,
    channel,
    thread,
    message,
  }));

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
    add: (receipt) => unlessLost(journal.add(receipt, receipt.ref), undefined),
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
