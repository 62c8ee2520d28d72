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

/** What people decide, in the order of `verificationStates`. */
export const statuses = ['verified', 'disputed', 'retracted', 'draft'] as const;
type Status = (typeof statuses)[number];

/** The state on a day. */
export function verificationOn(
  { verification }: Pick<Claim, 'verification'>,
  today: Day,
): VerificationState {
  const { status, recheckDueOn } = verification;
  return stateOn({ status, due: recheckDueOn ?? undefined, last: lastDayOf(verification) }, today);
}

/**
 * The state at a time: due on the day the re-check is due, and expired once the last day has passed.
 * @template Time a day, or its number
 */
export function stateOn<Time extends Day | number>(
  {
    status,
    due,
    last,
  }: {
    readonly status: Status;
    readonly due: Time | undefined;
    readonly last: Time | undefined;
  },
  now: Time,
): VerificationState {
  if (status !== 'verified') return status;
  if (last !== undefined && now > last) return 'expired';
  if (due !== undefined && now >= due) return 'due';
  return 'verified';
}

/**
 * The last day on which a record may be shown as current: `expiresOn` or, where the pack sets none, the end of another whole
 * review interval without a re-check.
 */
export function lastDayOf({ on, recheckDueOn, expiresOn }: Claim['verification']): Day | undefined {
  if (expiresOn !== undefined) return expiresOn;
  return recheckDueOn ? addDays(recheckDueOn, daysBetween(on, recheckDueOn)) : undefined;
}

/** Whether a record's verdict, and what it rests on, may be told: not before it is found, and not once it is withdrawn. */
export function hasVerdict(state: VerificationState): boolean {
  return state !== 'draft' && state !== 'retracted';
}
