import { addDays, type Day, daysBetween } from './calendar.ts';
import type { Claim, Verification } from './claim.ts';
import { verdicts } from './verdict.ts';
import { lastDayOf, statuses } from './verification.ts';

/**
 * What lists and counts need to know of each claim, by its place in pack order: so they touch no claim that they don't show.
 * Days are counted from 1970, 0 for none.
 */
export type ClaimColumns = {
  /** Places in `verdicts`. */
  readonly verdicts: Uint8Array<ArrayBuffer>;
  /** Places in `statuses`. */
  readonly statuses: Uint8Array<ArrayBuffer>;
  /** 1 for a draft that waits for a second person. */
  readonly proposed: Uint8Array<ArrayBuffer>;
  readonly checkedOn: Int32Array<ArrayBuffer>;
  readonly dueOn: Int32Array<ArrayBuffer>;
  /** The last day on which it may be shown as current. */
  readonly lastOn: Int32Array<ArrayBuffer>;
  readonly addedOn: Int32Array<ArrayBuffer>;
  /** Of the last change that readers of the published record would notice. */
  readonly correctedOn: Int32Array<ArrayBuffer>;
};

export function packClaimColumns(claims: readonly Claim[]): ClaimColumns {
  const days = (dayOfClaim: (claim: Claim) => Day | null | undefined) =>
    Int32Array.from(claims, (claim) => dayToNumber(dayOfClaim(claim)));
  return {
    verdicts: Uint8Array.from(claims, ({ verdict }) => verdicts.indexOf(verdict)),
    statuses: Uint8Array.from(claims, ({ verification }) => statuses.indexOf(verification.status)),
    proposed: Uint8Array.from(claims, ({ verification }) =>
      verification.status === 'draft' && verification.proposed ? 1 : 0,
    ),
    checkedOn: days(({ verification }) => verification.on),
    dueOn: days(({ verification }) => verification.recheckDueOn),
    lastOn: days(({ verification }) => lastDayOf(verification)),
    addedOn: days(({ history }) => history[0]?.on),
    correctedOn: days(({ history }) => history.findLast(({ correction }) => correction)?.on),
  };
}

/** A place that there is none of counts as a draft. */
export function statusAt(
  { statuses: column }: ClaimColumns,
  place: number,
): Verification['status'] {
  return statuses[column[place] ?? -1] ?? 'draft';
}

/** The columns after the claims at some places became others. */
export function withClaimsAt(
  columns: ClaimColumns,
  changed: ReadonlyMap<number, Claim>,
): ClaimColumns {
  const rows = packClaimColumns([...changed.values()]);
  const replaced = Object.entries(columns).map(([name, column]) => {
    const copy = column.slice();
    const row = rows[name as keyof ClaimColumns];
    for (const [index, place] of [...changed.keys()].entries()) copy[place] = row[index] ?? 0;
    return [name, copy];
  });
  return Object.fromEntries(replaced) as ClaimColumns;
}

const firstDay: Day = '1970-01-01';

/** A day that nobody knows is kept as the first one. */
export function dayToNumber(day: Day | null | undefined): number {
  return day ? Math.max(0, daysBetween(firstDay, day)) : 0;
}

/** Undefined for no day. */
export function numberToDay(number: number): Day | undefined {
  return number === 0 ? undefined : addDays(firstDay, number);
}
