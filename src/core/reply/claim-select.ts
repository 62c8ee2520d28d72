import type { Texts } from '../texts/texts.ts';
import type { SelectAction } from './action.ts';
import { pressIdToText } from './press-id.ts';

/** What a select takes on both platforms. */
const mostChoices = 25;

/** Undefined holds the place of a claim that can't be opened any more, and is not named. */
type Named = readonly ({ readonly claim: string } | undefined)[];

/** A select over claims; the values are their places in the kept list, because a ref can be too long for a platform. */
export function pickAction(id: string, claims: Named, prompt: string, t: Texts): SelectAction {
  return { kind: 'select', id, prompt, choices: claimChoices(claims, 0, t) };
}

/** A select that opens a claim of a kept list for whoever chooses it; `first` is the place of the first one shown. */
export function openAction(answer: string, claims: Named, t: Texts, first = 0): SelectAction {
  const id = pressIdToText({ press: 'open', answer, page: 0 });
  return { kind: 'select', id, prompt: t('list.open'), choices: claimChoices(claims, first, t) };
}

function claimChoices(claims: Named, first: number, t: Texts): SelectAction['choices'] {
  return claims.slice(0, mostChoices).flatMap((named, index) => {
    if (!named) return [];
    const label = t('claim.quoted', { claim: named.claim });
    return [{ label, value: String(first + index) }];
  });
}
