import type { Claim } from './claim.ts';
import { wordingKey } from './claim-texts.ts';
import type { Pack } from './pack.ts';
import { textsOf } from './text-keys.ts';

/** The claims, in pack order, that answer to one of these texts, word for word, or must not answer to it. */
export function claimsHolding(packs: readonly Pack[], texts: readonly string[]): readonly Claim[] {
  const keys = new Set(texts.map(wordingKey));
  if (keys.size === 0) return [];
  return packs.flatMap(({ claims }) => {
    const some =
      'ids' in claims ? claims.mayHold(keys).flatMap((place) => claims.at(place) ?? []) : claims;
    return some.filter((claim) => textsOf(claim).some((text) => keys.has(wordingKey(text))));
  });
}
