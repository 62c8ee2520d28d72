import type { Amount, Amounts } from '../amounts/amount.ts';
import { isSameAmount, isSameTime, mayBeYearOf } from '../amounts/same-amount.ts';
import type { ClaimTokens } from './claim-tokens.ts';

/** Which amounts and times both sides give. */
export const amountFeatureNames = [
  'amountsSame',
  'amountsOther',
  'amountsExtra',
  'amountsUnasked',
  'timesSame',
  'timesOther',
  'timesExtra',
  'timesUnasked',
] as const;

export interface AmountComparison {
  readonly features: readonly number[];
  /** Amounts and years of the claim's own text that the text does not give. */
  readonly unasked: readonly Amount[];
  readonly leavesTimeOpen: boolean;
}

export function compareAmounts(
  asked: Amounts,
  { amounts: main, allAmounts: all }: ClaimTokens,
): AmountComparison {
  const amounts = { same: 0, other: 0, extra: 0 };
  const times = { same: 0, other: 0, extra: 0 };
  for (const amount of asked.amounts) {
    if (all.amounts.some((other) => isSameAmount(amount, other))) amounts.same += 1;
    else if (all.times.some((time) => mayBeYearOf(amount, time))) times.same += 1;
    else if (main.amounts.some(({ measures }) => measures === amount.measures)) amounts.other += 1;
    else amounts.extra += 1;
  }
  for (const time of asked.times) {
    if (all.times.some((other) => isSameTime(time, other))) times.same += 1;
    else if (all.times.length > 0) times.other += 1;
    else times.extra += 1;
  }
  const unasked = main.amounts.filter(
    (other) => !asked.amounts.some((amount) => isSameAmount(amount, other)),
  );
  const timesUnasked = main.times.filter(
    (time) =>
      !asked.times.some(({ year }) => year === time.year) &&
      !asked.amounts.some((amount) => mayBeYearOf(amount, time)),
  );
  return {
    features: [
      amounts.same,
      amounts.other,
      amounts.extra,
      unasked.length,
      times.same,
      times.other,
      times.extra,
      timesUnasked.length,
    ],
    unasked,
    leavesTimeOpen: timesUnasked.length > 0,
  };
}
