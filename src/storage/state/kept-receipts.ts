import { z } from 'zod';
import { type CommunityKey, platforms } from '../../core/keys.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { KeptReceipt, Receipts } from '../../core/ports/receipts.ts';
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

const receiptSchema: z.ZodType<KeptReceipt> = z.object({
  at: z.iso.datetime(),
  ref: claimRefSchema,
  revision: z.string(),
  address: addressSchema,
  canBeEdited: z.boolean(),
});

export interface KeptReceipts extends Receipts {
  /** Removes those of a community. Rejects when the store is lost. */
  forget(community: CommunityKey): Promise<void>;
}

export function createKeptReceipts(ledger: Ledger): KeptReceipts {
  const journal = createJournal(ledger, {
    name: 'receipts',
    schema: receiptSchema,
    keepMs: receiptsKeptForMs,
  });
  return {
    add: (receipt) => unlessLost(journal.add(receipt, receipt.ref), undefined),
    about: (ref, limit) => journal.latest(limit, ref),
    forget: (community) => journal.removeWhere(({ address }) => address.community === community),
  };
}
