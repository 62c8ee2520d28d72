import { z } from 'zod';
import { claimSchema } from './claim.ts';

/**
 * What the rules look at, each value kept only if it is valid by itself: a claim with one wrong field is still
 * checked in all others.
 */
const partsSchema = z.object({
  id: kept(claimSchema.shape.id),
  kind: kept(claimSchema.shape.kind),
  verdict: kept(claimSchema.shape.verdict),
  claim: kept(claimSchema.shape.claim),
  gist: kept(claimSchema.shape.gist),
  summary: kept(claimSchema.shape.summary),
  wordings: listOf(claimSchema.shape.wordings.element),
  nearMisses: listOf(claimSchema.shape.nearMisses.element),
  asOf: kept(claimSchema.shape.asOf),
  sources: listOf(
    z.object({
      title: kept(claimSchema.shape.sources.element.shape.title),
      publisher: kept(claimSchema.shape.sources.element.shape.publisher),
      url: kept(claimSchema.shape.sources.element.shape.url),
      published: kept(claimSchema.shape.sources.element.shape.published),
      quote: kept(claimSchema.shape.sources.element.shape.quote),
      checkedOn: kept(claimSchema.shape.sources.element.shape.checkedOn),
      stance: kept(claimSchema.shape.sources.element.shape.stance),
      read: kept(claimSchema.shape.sources.element.shape.read),
    }),
  ),
  verification: kept(
    z.object({
      status: kept(claimSchema.shape.verification.shape.status),
      on: kept(claimSchema.shape.verification.shape.on),
      recheckDueOn: kept(claimSchema.shape.verification.shape.recheckDueOn),
      expiresOn: kept(claimSchema.shape.verification.shape.expiresOn),
      reason: z.unknown().optional(),
    }),
  ),
  history: listOf(
    z.object({
      on: kept(claimSchema.shape.history.element.shape.on),
      correction: kept(claimSchema.shape.history.element.shape.correction),
    }),
  ),
});
export type ClaimParts = z.infer<typeof partsSchema>;

/** Empty when the data is not even a map of fields. */
export function dataToClaimParts(data: unknown): ClaimParts {
  return partsSchema.safeParse(data).data ?? {};
}

function kept<S extends z.ZodType>(schema: S) {
  return schema.optional().catch(undefined);
}

function listOf<S extends z.ZodType>(element: S) {
  return z.array(kept(element)).optional().catch(undefined);
}
