import { z } from 'zod';
import { claimSchema } from '../../core/claims/claim.ts';
import { publishedCheckSchema } from '../../core/claims/published-check.ts';
import { claimRefSchema } from './stored-keys.ts';

/** A claim that people wrote for the bot, and what the reading of its pack adds. */
const ownClaim = claimSchema.extend({
  ref: claimRefSchema,
  language: z.string(),
  verification: claimSchema.shape.verification.extend({ recheckDueOn: z.string().nullable() }),
});

const source = claimSchema.shape.sources.element;

/** One that others published: of any length, with addresses and topics of any kind, since nobody here wrote them. */
const importedClaim = ownClaim.extend({
  claim: z.string(),
  claimant: z.string().nullable(),
  occasion: z.string().nullable(),
  summary: z.string(),
  context: z.string().nullable(),
  sources: z.array(
    source.extend({
      title: z.string(),
      publisher: z.string(),
      url: z.string().nullable(),
      published: z.string().nullable(),
      rating: z.string().optional(),
    }),
  ),
  wordings: z.array(z.string()),
  topics: z.array(z.string()),
  verification: ownClaim.shape.verification.extend({
    by: z.array(z.string()),
    reason: z.string().optional(),
  }),
  history: z.array(claimSchema.shape.history.element),
  checks: z.array(publishedCheckSchema).min(1),
});

/** A claim as it is kept beside the packs; checked when read, because another version of the bot may have written it. */
export const keptClaimSchema = z.union([ownClaim, importedClaim]);
