import type { Texts } from '../texts/texts.ts';
import type { SelectAction } from './action.ts';
import { pressIdToText } from './press-id.ts';

/** What a select takes on both platforms. */
export const mostChoices = 25;

type Named = readonly { readonly claim: string }[];

/** A select over claims; the values are their places in the kept list, because a ref can be too long for a platform. */
export function pickAction(id: string, claims: Named, prompt: string, t: Texts): SelectAction {
  return { kind: 'select', id, prompt, choices: claimChoices(claims, t) };
}

/** A select that opens a claim of a kept list for whoever chooses it. */
export function openAction(answer: string, claims: Named, t: Texts): SelectAction {
  return pickAction(pressIdToText({ press: 'open', answer, page: 0 }), claims, t('list.open'), t);
}

function claimChoices(claims: Named, t: Texts): SelectAction['choices'] {
  return claims.slice(0, mostChoices).map(({ claim }, place) => ({
    label: t('claim.quoted', { claim }),
    value: String(place),
  }));
}
