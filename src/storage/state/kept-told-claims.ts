import { z } from 'zod';
import { claimSchema } from '../../core/claims/claim.ts';
import type { ToldClaim } from '../../core/claims/told-claim.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { ToldClaims } from '../../core/ports/told-claims.ts';
import { unlessLost } from './store-guard.ts';
import { claimRefSchema } from './stored-keys.ts';

const { claim, kind, verdict, summary, context, verification } = claimSchema.shape;

/** Checked when read: another version of the bot may have written it. */
const toldSchema: z.ZodType<ToldClaim> = z.object({
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

export function createKeptToldClaims(ledger: Ledger): ToldClaims {
  const written = new Set<string>();
  const keyOf = ({ ref, revision }: Pick<ToldClaim, 'ref' | 'revision'>): string =>
    `told ${ref} ${revision}`;

  async function write(told: ToldClaim): Promise<void> {
    const key = keyOf(told);
    if (written.has(key)) return;
    await ledger.put(key, told);
    written.add(key);
  }

  return {
    keep: (told) => unlessLost(write(told), undefined),
    async find(revision) {
      return toldSchema.safeParse((await ledger.get(keyOf(revision)))?.value).data;
    },
  };
}
