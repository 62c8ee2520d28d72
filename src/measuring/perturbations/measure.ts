import type { Difference, Statement } from '../../matching/matcher.ts';
import type { Variant } from './perturb.ts';

export interface PerturbationRate {
  readonly rule: string;
  readonly harmful: boolean;
  readonly variants: number;
  /** Variants with at least one difference; for harmless rules the fewer the better. */
  readonly flagged: number;
  /** Of those, the ones whose first difference is of a fitting kind. */
  readonly rightKind: number;
}

export type CompareTexts = (asked: string, claim: Statement) => readonly Difference[];

/** How often each rule's variants are told apart from the claims they were made of. */
export function measurePerturbations(
  claims: readonly Statement[],
  variants: readonly Variant[],
  compareTexts: CompareTexts,
): PerturbationRate[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const rates = new Map<string, PerturbationRate>();
  for (const { claimId, rule, harmful, kinds, text } of variants) {
    const claim = byId.get(claimId);
    if (!claim) continue;
    const differences = compareTexts(text, claim);
    const before = rates.get(rule) ?? { rule, harmful, variants: 0, flagged: 0, rightKind: 0 };
    rates.set(rule, {
      ...before,
      variants: before.variants + 1,
      flagged: before.flagged + (differences.length > 0 ? 1 : 0),
      rightKind: before.rightKind + (differences.some(({ kind }) => kinds.includes(kind)) ? 1 : 0),
    });
  }
  return [...rates.values()];
}
