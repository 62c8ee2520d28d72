import type { Difference, Evidence } from '../../matching/matcher.ts';
import type { Claim } from './claim.ts';

/** What was found for a text. `none` says nothing about the claim's truth; never render it as a verdict. */
export type Lookup =
  | {
      readonly outcome: 'match';
      readonly claim: Claim;
      /** Probability, 0 to 1, that this is the claim the text makes. */
      readonly confidence: number;
      /** Where the text says something else than the claim; empty when they say the same. */
      readonly differences: readonly Difference[];
      readonly evidence: Evidence;
      /** True when the text was the claim's id. */
      readonly byId: boolean;
    }
  | { readonly outcome: 'ambiguous'; readonly claims: readonly Claim[] }
  | {
      readonly outcome: 'none';
      readonly nearest: readonly Claim[];
      /** `nothing-to-check`: a greeting, a joke, an order; `no-record`: a claim that nobody checked here. */
      readonly reason: 'no-record' | 'nothing-to-check';
    };

export type Match = Extract<Lookup, { outcome: 'match' }>;
