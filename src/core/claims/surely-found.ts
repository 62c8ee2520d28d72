import { dayOf } from './calendar.ts';
import type { Claim } from './claim.ts';
import type { ClaimSet } from './claim-set.ts';
import { hasVerdict, verificationOn } from './verification.ts';

/** The checked claim that a text surely makes, word for word or nearly so; undefined where anything speaks against it. */
export function surelyFound(claims: ClaimSet, text: string, now: Date): Claim | undefined {
  const lookup = claims.lookup(text, { strictness: 'strict' });
  if (lookup.outcome !== 'match' || lookup.differences.length > 0) return undefined;
  return hasVerdict(verificationOn(lookup.claim, dayOf(now))) ? lookup.claim : undefined;
}
