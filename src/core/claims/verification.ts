import { addDays, type Day, daysBetween } from './calendar.ts';
import type { Claim } from './claim.ts';

/** How far a record can be trusted today. People write the first four; the dates make the last two. */
export type VerificationState = 'draft' | 'verified' | 'disputed' | 'retracted' | 'due' | 'expired';

export const verificationStates: readonly VerificationState[] = [
  'verified',
  'due',
  'expired',
  'disputed',
  'retracted',
  'draft',
];

/**
 * The state on a day. A record is due on the day its re-check is due, and expired once `expiresOn` has passed or,
 * where the pack sets none, once another whole review interval has gone by without a re-check.
 */
export function verificationOn(claim: Pick<Claim, 'verification'>, today: Day): VerificationState {
  const { status, on, recheckDueOn, expiresOn } = claim.verification;
  if (status !== 'verified') return status;
  const lastDay =
    expiresOn ?? (recheckDueOn && addDays(recheckDueOn, daysBetween(on, recheckDueOn)));
  if (lastDay && today > lastDay) return 'expired';
  if (recheckDueOn && today >= recheckDueOn) return 'due';
  return 'verified';
}

/** Whether a record's verdict, and what it rests on, may be told: not before it is found, and not once it is withdrawn. */
export function hasVerdict(state: VerificationState): boolean {
  return state !== 'draft' && state !== 'retracted';
}
