import { type Day, dayOf, formatPartialDate } from '../claims/calendar.ts';
import type { Claim } from '../claims/claim.ts';
import { type ChangeForReaders, claimToTold, type ToldClaim } from '../claims/told-claim.ts';
import { hasVerdict, verificationOn } from '../claims/verification.ts';
import type { FoundAnswer } from '../ports/kept-answers.ts';
import type { Detail } from '../ports/settings.ts';
import type { Action } from '../reply/action.ts';
import { presentFound } from '../reply/present-lookup.ts';
import { verdictInWords, verdictTone } from '../reply/present-verdict.ts';
import { pressIdToText } from '../reply/press-id.ts';
import { readingOn } from '../reply/reading-on.ts';
import type { Answer, Block } from '../reply/reply.ts';
import type { Texts } from '../texts/texts.ts';

/** What changed for those who read an answer. */
export interface Correction {
  readonly told: ToldClaim;
  readonly claim: Claim;
  readonly change: Exclude<ChangeForReaders, 'none'>;
  /** Whether it is again as it was first told. */
  readonly isRestored: boolean;
}

/** How the answer was given, as far as it is still known. */
export interface GivenAnswer {
  readonly detail: Detail;
  /** What its buttons need, and the id that they go by. */
  readonly kept: { readonly id: string; readonly answer: FoundAnswer } | undefined;
  readonly isShared: boolean;
}

/** The answer as if it were given now. */
function presentAgain(
  claim: Claim,
  { detail, kept, isShared }: GivenAnswer,
  now: Date,
  t: Texts,
): Answer {
  const today = dayOf(now);
  const content = kept?.answer.content.kind === 'claim' ? kept.answer.content : undefined;
  // The words of the question are no longer known.
  const differences = content?.differences.map((each) => ({ ...each, asked: '' })) ?? [];
  const buttons: readonly Action[] = kept
    ? [
        ...readingOn(claim, verificationOn(claim, today), kept.id, t),
        ...(isShared ? [] : (['why', 'wrong'] as const)).map((press) => ({
          kind: 'button' as const,
          id: pressIdToText({ press, answer: kept.id, page: 0 }),
          label: t(`button.${press}`),
        })),
      ]
    : [];
  return {
    ...presentFound(claim, differences, today, t, detail),
    actions: buttons,
    ...(isShared && content?.sharedBy && { sharedBy: content.sharedBy }),
  };
}

/** The answer as it stands from now on: what was put right comes first, what no longer holds is struck. */
export function presentCorrected(
  correction: Correction,
  given: GivenAnswer,
  now: Date,
  t: Texts,
): Answer {
  const { told, claim } = correction;
  const today = dayOf(now);
  const state = verificationOn(claim, today);
  const answer = presentAgain(claim, given, now, t);
  const withdrawn: readonly Block[] =
    !hasVerdict(state) && hasVerdict(told.status)
      ? [{ kind: 'text', text: `${toldInWords(told, t)}\n${told.gist}`, struck: true }]
      : [];
  return {
    ...answer,
    blocks: [
      // A withdrawn or disputed check says why itself.
      { kind: 'text', text: sayCorrection(correction, today, t, state === 'verified') },
      ...withdrawn,
      ...answer.blocks,
    ],
  };
}

/** Said under the answer, to those who read it before. */
export function presentNotice(
  correction: Correction,
  { toldAt, isEdited }: { readonly toldAt: string; readonly isEdited: boolean },
  now: Date,
  t: Texts,
): Answer {
  const { claim } = correction;
  const today = dayOf(now);
  const day = formatPartialDate(toldAt.slice(0, 10), t.locale);
  return {
    tone: verdictTone(claim, today),
    title: t('correction.title'),
    blocks: [
      { kind: 'quote', text: claim.claim },
      { kind: 'text', text: sayCorrection(correction, today, t, true) },
      {
        kind: 'note',
        text: isEdited ? t('correction.edited') : t('correction.notEdited', { day }),
      },
    ],
  };
}

function sayCorrection(
  { told, claim, change, isRestored }: Correction,
  today: Day,
  t: Texts,
  saysWhy: boolean,
): string {
  const day = formatPartialDate(today, t.locale);
  if (change === 'content') return t('correction.content', { day });
  const values = { day, before: toldInWords(told, t), now: toldInWords(claimToTold(claim), t) };
  if (isRestored) return t('correction.restored', values);
  const why = saysWhy ? whyCorrected(claim, told) : undefined;
  return why === undefined
    ? t('correction.verdict', values)
    : t('correction.verdictWhy', { ...values, why });
}

/** What its history says of the correction, or whoever withdrew or disputed it. */
export function whyCorrected(
  claim: Claim,
  told: Pick<ToldClaim, 'corrections'>,
): string | undefined {
  const { history, verification } = claim;
  const corrections = history.filter(({ correction }) => correction).slice(told.corrections);
  return verification.reason ?? corrections.at(-1)?.change;
}

/** The verdict, or why there is none, without its mark. */
export function toldInWords(
  { kind, verdict, status }: Pick<ToldClaim, 'kind' | 'verdict' | 'status'>,
  t: Texts,
): string {
  if (status === 'disputed') {
    return t('claim.disputedTitle', { verdict: verdictInWords({ kind, verdict }, t) });
  }
  return status === 'verified' ? verdictInWords({ kind, verdict }, t) : t(`verification.${status}`);
}
