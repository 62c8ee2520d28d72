import { z } from 'zod';
import { claimSchema } from '../../core/claims/claim.ts';
import type { ToldClaim } from '../../core/claims/told-claim.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { ToldClaims } from '../../core/ports/told-claims.ts';
import { unlessLost } from './store-guard.ts';
import { claimRefSchema } from './stored-keys.ts';

/**
 * Far longer than an answer that shows it can be put right.
 * Exported for tests: docs/privacy.md says so.
 */
export const toldKeptForMs = 365 * 24 * 60 * 60 * 1000;

/** How long a process does not write again what it wrote: what goes on being told goes on being kept, in milliseconds. */
const writtenForMs = 24 * 60 * 60 * 1000;

const { claim, kind, verdict, summary, context, verification } = claimSchema.shape;

/**
 * Checked when read: another version of the bot may have written it.
 * Exported for tests: docs/privacy.md names what is in it.
 */
export const toldSchema: z.ZodType<ToldClaim> = z.object({
  ref: claimRefSchema,
  revision: z.string(),
  claim,
  kind,
  verdict,
  summary,
  context,
  gist: z.string(),
  status: verification.shape.status,
  sources: z.string(),
  corrections: z.number().int().nonnegative(),
});

export function createKeptToldClaims(ledger: Ledger, clock: () => Date): ToldClaims {
  const writtenAt = new Map<string, number>();
  const keyOf = ({ ref, revision }: Pick<ToldClaim, 'ref' | 'revision'>): string =>
    `told ${ref} ${revision}`;

  async function write(told: ToldClaim): Promise<void> {
    const key = keyOf(told);
    const now = clock().getTime();
    if (now - (writtenAt.get(key) ?? Number.NEGATIVE_INFINITY) < writtenForMs) return;
    await ledger.put(key, told, toldKeptForMs);
    writtenAt.set(key, now);
  }

  return {
    keep: (told) => unlessLost(write(told), undefined),
    async find(revision) {
      return toldSchema.safeParse((await ledger.get(keyOf(revision)))?.value).data;
    },
  };
}
