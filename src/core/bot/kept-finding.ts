import { z } from 'zod';
import type { Claim, ClaimRef } from '../claims/claim.ts';
import type { ClaimSet } from '../claims/claim-set.ts';
import type { Lookup, Match } from '../claims/lookup.ts';
import { firstChoices } from './first-choices.ts';
import type { Finding } from './look-up.ts';

type DifferenceKind = Match['differences'][number]['kind'];

const refSchema = z.templateLiteral([z.string(), '/', z.string()]);
const refsSchema = z.array(refSchema);
const texts = z.array(z.string());
/** Of which `refs` are the first. Earlier versions kept all, and no count. */
const countSchema = z.number().exactOptional();

const matchSchema = z.object({
  outcome: z.literal('match'),
  ref: refSchema,
  confidence: z.number(),
  byId: z.boolean(),
  differences: z.array(z.object({ kind: z.custom<DifferenceKind>(isText), checked: z.string() })),
  evidence: z.object({
    words: texts,
    wording: z.string().optional(),
    numbers: texts,
    names: texts,
  }),
});
const ambiguousSchema = z.object({ outcome: z.literal('ambiguous'), refs: refsSchema });
const noneSchema = z.object({
  outcome: z.literal('none'),
  refs: refsSchema,
  reason: z.enum(['no-record', 'nothing-to-check']),
});

const lookupSchema = z.discriminatedUnion('outcome', [matchSchema, ambiguousSchema, noneSchema]);

/**
 * A finding as it can be kept: claims by their refs, and nothing that somebody said. Of what sets it apart from a claim
 * it holds the claim's words, of what was found for no claim how much it was; of claims in a list, which may be a great part of an
 * archive, those that an answer offers.
 */
export const keptFindingSchema = z.discriminatedUnion('outcome', [
  matchSchema,
  ambiguousSchema,
  noneSchema,
  z.object({
    outcome: z.literal('partly'),
    lookup: matchSchema,
    missing: z.number(),
    left: z.number(),
  }),
  z.object({ outcome: z.literal('several'), parts: z.array(lookupSchema), left: z.number() }),
  z.object({
    outcome: z.literal('subject'),
    words: z.string(),
    refs: refsSchema,
    count: countSchema,
  }),
  z.object({ outcome: z.literal('cited'), refs: refsSchema, count: countSchema }),
  z.object({ outcome: z.literal('elsewhere') }),
]);
export type KeptFinding = Readonly<z.infer<typeof keptFindingSchema>>;
type KeptLookup = z.infer<typeof lookupSchema>;
type KeptMatch = z.infer<typeof matchSchema>;

/** @param popular the claims that are told most, which an answer offers first */
export function findingToKept(finding: Finding, popular: readonly ClaimRef[]): KeptFinding {
  switch (finding.outcome) {
    case 'match':
    case 'ambiguous':
    case 'none':
      return lookupToKept(finding);
    case 'partly': {
      const { outcome, lookup, missing, left } = finding;
      return { outcome, lookup: matchToKept(lookup), missing: missing.length, left };
    }
    case 'several': {
      const { outcome, parts, left } = finding;
      return { outcome, parts: parts.map(({ lookup }) => lookupToKept(lookup)), left };
    }
    case 'subject': {
      const { outcome, subject, count } = finding;
      const refs = firstChoices(subject.refs, popular);
      return { outcome, words: subject.words, refs: [...refs], count };
    }
    case 'cited': {
      const { outcome, claims, count } = finding;
      return { outcome, refs: [...firstChoices(toRefs(claims), popular)], count };
    }
    case 'elsewhere':
      return { outcome: finding.outcome };
  }
}

/** What was found, among the claims of today; undefined where one that it rests on is no longer there. */
export function keptToFinding(kept: KeptFinding, claims: ClaimSet): Finding | undefined {
  switch (kept.outcome) {
    case 'match':
    case 'ambiguous':
    case 'none':
      return keptToLookup(kept, claims);
    case 'partly': {
      const lookup = keptToMatch(kept.lookup, claims);
      const missing = Array.from({ length: kept.missing }, () => '');
      return lookup && { outcome: kept.outcome, lookup, missing, left: kept.left };
    }
    case 'several': {
      const lookups = kept.parts.flatMap((part) => keptToLookup(part, claims) ?? []);
      if (lookups.length < kept.parts.length) return undefined;
      const parts = lookups.map((lookup) => ({ text: '', lookup }));
      return { outcome: kept.outcome, parts, left: kept.left };
    }
    case 'subject': {
      const { outcome, words, refs, count = refs.length } = kept;
      return refs.every(claims.has) ? { outcome, subject: { words, refs }, count } : undefined;
    }
    case 'cited': {
      const { outcome, refs, count = refs.length } = kept;
      const found = findAll(refs, claims);
      return found && { outcome, claims: found, count };
    }
    case 'elsewhere':
      return kept;
  }
}

function lookupToKept(lookup: Lookup): KeptLookup {
  switch (lookup.outcome) {
    case 'match':
      return matchToKept(lookup);
    case 'ambiguous':
      return { outcome: lookup.outcome, refs: toRefs(lookup.claims) };
    case 'none':
      return { outcome: lookup.outcome, refs: toRefs(lookup.nearest), reason: lookup.reason };
  }
}

function keptToLookup(kept: KeptLookup, claims: ClaimSet): Lookup | undefined {
  if (kept.outcome === 'match') return keptToMatch(kept, claims);
  const found = findAll(kept.refs, claims);
  if (!found) return undefined;
  return kept.outcome === 'ambiguous'
    ? { outcome: kept.outcome, claims: found }
    : { outcome: kept.outcome, nearest: found, reason: kept.reason };
}

function matchToKept({ claim, confidence, byId, differences, evidence }: Match): KeptMatch {
  const { words, wording, numbers, names } = evidence;
  return {
    outcome: 'match',
    ref: claim.ref,
    confidence,
    byId,
    differences: differences.map(({ kind, checked }) => ({ kind, checked })),
    evidence: { words: [...words], wording, numbers: [...numbers], names: [...names] },
  };
}

function keptToMatch(
  { ref, differences, evidence, ...match }: KeptMatch,
  claims: ClaimSet,
): Match | undefined {
  const claim = claims.find(ref);
  return (
    claim && {
      ...match,
      claim,
      differences: differences.map((difference) => ({ ...difference, asked: '' })),
      evidence: { ...evidence, wording: evidence.wording },
    }
  );
}

function findAll(refs: z.infer<typeof refsSchema>, claims: ClaimSet): readonly Claim[] | undefined {
  const found = refs.flatMap((ref) => claims.find(ref) ?? []);
  return found.length === refs.length ? found : undefined;
}

function toRefs(claims: readonly Claim[]): z.infer<typeof refsSchema> {
  return claims.map(({ ref }) => ref);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
