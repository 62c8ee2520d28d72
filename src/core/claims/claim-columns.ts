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

/** Columns that hold a claim, and its place in them. */
export interface KnownRow {
  readonly columns: ClaimColumns;
  readonly place: number;
}

/** @param known of the claim at a place, where it has been looked at */
export function packClaimColumns(
  claims: Pick<Claims, 'length' | 'at'>,
  known: (place: number) => KnownRow | undefined = () => undefined,
): ClaimColumns {
  const fill = <Column extends Uint8Array | Int32Array>(
    column: Column,
    name: keyof ClaimColumns,
    numberOf: (claim: Claim) => number,
  ): Column => {
    for (let place = 0; place < claims.length; place += 1) {
      const row = known(place);
      const claim = row ? undefined : claims.at(place);
      column[place] = row ? (row.columns[name][row.place] ?? 0) : claim ? numberOf(claim) : 0;
    }
    return column;
  };
  const bytes = (name: keyof ClaimColumns, numberOf: (claim: Claim) => number) =>
    fill(new Uint8Array(claims.length), name, numberOf);
  const days = (name: keyof ClaimColumns, dayOf: (claim: Claim) => Day | null | undefined) =>
    fill(new Int32Array(claims.length), name, (claim) => dayToNumber(dayOf(claim)));
  return {
    verdicts: bytes('verdicts', ({ verdict }) => verdicts.indexOf(verdict)),
    statuses: bytes('statuses', ({ verification }) => statuses.indexOf(verification.status)),
    proposed: bytes('proposed', ({ verification }) =>
      verification.status === 'draft' && verification.proposed ? 1 : 0,
    ),
    checkedOn: days('checkedOn', ({ verification }) => verification.on),
    dueOn: days('dueOn', ({ verification }) => verification.recheckDueOn),
    lastOn: days('lastOn', ({ verification }) => lastDayOf(verification)),
    addedOn: days('addedOn', ({ history }) => history[0]?.on),
    correctedOn: days(
      'correctedOn',
      ({ history }) => history.findLast(({ correction }) => correction)?.on,
    ),
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
