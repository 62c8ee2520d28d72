import type { ClaimRef } from '../claims/claim.ts';
import { mostChoices } from '../reply/claim-select.ts';

/**
 * The claims that are offered to be opened, of however many there are: the most told ones first, then the others in their order.
 * @param popular the most told first
 */
export function firstChoices(
  refs: readonly ClaimRef[],
  popular: readonly ClaimRef[],
): readonly ClaimRef[] {
  const places = new Map(popular.map((ref, place) => [ref, place]));
  const placeOf = (ref: ClaimRef): number => places.get(ref) ?? places.size;
  return refs.toSorted((one, other) => placeOf(one) - placeOf(other)).slice(0, mostChoices);
}
