import type { Day } from '../claims/calendar.ts';
import type { Claim } from '../claims/claim.ts';
import type { Verdict } from '../claims/verdict.ts';
import { type VerificationState, verificationOn } from '../claims/verification.ts';
import type { Texts } from '../texts/texts.ts';
import { publishedTitle } from './present-published.ts';
import type { Tone } from './reply.ts';

/**
 * Marks that differ in shape, so that they read in monochrome; the words always follow. None of them has an emoji form:
 * platforms would draw those in colours of their own.
 */
const verdictMarks: Record<Verdict, string> = {
  true: '✓',
  'mostly-true': '◕',
  mixed: '◐',
  'mostly-false': '◔',
  false: '✗',
  misleading: '△',
  outdated: '↺',
  satire: '※',
  unverified: '?',
  opinion: '¶',
};

const stateMarks: Record<Exclude<VerificationState, 'verified' | 'due'>, string> = {
  draft: '…',
  expired: '⊖',
  disputed: '⇄',
  retracted: '⊘',
};

/**
 * What was found; of a quotation, whether it was said: "true" would read as if what it says were so. Of a publisher's check,
 * who found what in their words.
 */
export function verdictInWords(
  { kind, verdict, checks }: Pick<Claim, 'kind' | 'verdict' | 'checks'>,
  t: Texts,
): string {
  if (checks) return publishedTitle(checks, t);
  if (kind !== 'quotation') return t(`verdict.${verdict}`);
  switch (verdict) {
    case 'outdated':
    case 'satire':
    case 'opinion':
      return t(`verdict.${verdict}`);
    default:
      return t(`quotation.${verdict}`);
  }
}

/** The verdict with its mark, for who is to judge it: whether it may be told or not. */
export function presentFoundVerdict(claim: Claim, t: Texts): string {
  return `${verdictMarks[claim.verdict]} ${verdictInWords(claim, t)}`;
}

/** The verdict with its mark, as far as the verification lets it stand: a draft or retracted check shows none. */
export function presentVerdict(claim: Claim, today: Day, t: Texts): string {
  const state = verificationOn(claim, today);
  const verdict = verdictInWords(claim, t);
  switch (state) {
    case 'verified':
      return `${verdictMarks[claim.verdict]} ${verdict}`;
    case 'due':
      return `${verdictMarks[claim.verdict]} ${t('claim.dueTitle', { verdict })}`;
    case 'expired':
      return `${stateMarks.expired} ${t('claim.expiredTitle', { verdict })}`;
    case 'disputed':
      return `${stateMarks.disputed} ${t('claim.disputedTitle', { verdict })}`;
    case 'draft':
    case 'retracted':
      return `${stateMarks[state]} ${t(`verification.${state}`)}`;
  }
}

/** A verdict colours the reply only while it stands. */
export function verdictTone(claim: Claim, today: Day): Tone {
  const state = verificationOn(claim, today);
  return state === 'verified' || state === 'due' ? claim.verdict : 'neutral';
}
