import { type Earlier, eachRun } from '../../packed/earlier.ts';
import { addDays, type Day, daysBetween } from './calendar.ts';
import type { Claim, Verification } from './claim.ts';
import type { Claims } from './claim-list.ts';
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

/** @param earlier columns that hold some of the claims */
export function packClaimColumns(
  claims: Pick<Claims, 'length' | 'at'>,
  earlier?: Earlier<ClaimColumns>,
): ClaimColumns {
  const { length } = claims;
  const columns: ClaimColumns = {
    verdicts: new Uint8Array(length),
    statuses: new Uint8Array(length),
    proposed: new Uint8Array(length),
    checkedOn: new Int32Array(length),
    dueOn: new Int32Array(length),
    lastOn: new Int32Array(length),
    addedOn: new Int32Array(length),
    correctedOn: new Int32Array(length),
  };
  eachRun(length, (place) => earlier?.placeOf(place), {
    takeOver(before, count, place) {
      for (const [name, column] of Object.entries(columns)) {
        const known = earlier?.made[name as keyof ClaimColumns];
        if (known) column.set(known.subarray(before, before + count), place);
      }
    },
    make(place) {
      const claim = claims.at(place);
      if (claim) putClaim(columns, place, claim);
    },
  });
  return columns;
}

function putClaim(columns: ClaimColumns, place: number, claim: Claim): void {
  const { verdict, verification, history } = claim;
  columns.verdicts[place] = verdicts.indexOf(verdict);
  columns.statuses[place] = statuses.indexOf(verification.status);
  columns.proposed[place] = verification.status === 'draft' && verification.proposed ? 1 : 0;
  columns.checkedOn[place] = dayToNumber(verification.on);
  columns.dueOn[place] = dayToNumber(verification.recheckDueOn);
  columns.lastOn[place] = dayToNumber(lastDayOf(verification));
  columns.addedOn[place] = dayToNumber(history[0]?.on);
  columns.correctedOn[place] = dayToNumber(history.findLast(({ correction }) => correction)?.on);
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
