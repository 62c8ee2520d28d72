import type { Claim } from '../claims/claim.ts';
import { hasVerdict, type VerificationState } from '../claims/verification.ts';
import type { Texts } from '../texts/texts.ts';
import type { Action } from './action.ts';
import { type Press, pressIdToText } from './press-id.ts';

/** The buttons for everybody who sees the answer: all of the record, and the words of its sources. */
export function readingOn(
  { sources }: Pick<Claim, 'sources'>,
  state: VerificationState,
  answer: string,
  t: Texts,
): readonly Action[] {
  if (!hasVerdict(state)) return [];
  const button = (press: Press, label: string): Action => ({
    kind: 'button',
    id: pressIdToText({ press, answer, page: 0 }),
    label,
  });
  return [
    button('more', t('button.more')),
    ...(sources.length > 0 ? [button('sources', t('button.sources'))] : []),
  ];
}
