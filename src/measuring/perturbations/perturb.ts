import type { DifferenceKind } from '../../matching/matcher.ts';
import { createRandom } from '../random.ts';
import { seedOf } from './perturbation.ts';
import { rules } from './rules.ts';

export interface Variant {
  readonly claimId: string;
  /** The rule that made it. */
  readonly rule: string;
  /** True when it says something else than the claim. */
  readonly harmful: boolean;
  /** The kinds under which the change may rightly be reported. */
  readonly kinds: readonly DifferenceKind[];
  readonly text: string;
}

/** One variant for each claim and rule that applies to it; the same for the same seed. */
export function perturb(claims: readonly { id: string; text: string }[], seed: number): Variant[] {
  return claims.flatMap(({ id, text }) =>
    rules.flatMap((rule) => {
      const changed = rule.apply(text, createRandom(seedOf(`${rule.name}\n${id}`, seed)));
      if (changed === undefined || changed === text) return [];
      return [
        {
          claimId: id,
          rule: rule.name,
          harmful: rule.kinds.length > 0,
          kinds: rule.kinds,
          text: changed,
        },
      ];
    }),
  );
}
