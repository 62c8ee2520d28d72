import { addDays, type Day } from './calendar.ts';
import { type ClaimFile, claimKinds } from './claim.ts';

/** How fast a claim ages: a running count is marked as one, every other goes by its kind. */
export const paces = [...claimKinds, 'runningCount'] as const;
type Pace = (typeof paces)[number];

/** Days from one check to the next. What somebody said stays said; a count may be another tomorrow. */
const defaultDays: Readonly<Record<Pace, number>> = {
  fact: 730,
  quotation: 1825,
  characterisation: 365,
  opinion: 1825,
  runningCount: 90,
};

export const pacesInWords = paces.map((pace) => `${pace} ${defaultDays[pace]}`).join(', ');

/** After how many days each kind is checked again, where a pack says otherwise than the default. */
export type RecheckDays = Readonly<Partial<Record<Pace, number>>>;

/** The day by which a claim that was checked on `on` is to be checked again, if its file does not say. */
export function recheckDay(
  { kind, runningCount }: Pick<ClaimFile, 'kind' | 'runningCount'>,
  on: Day,
  ofPack: RecheckDays = {},
): Day {
  const pace = runningCount ? 'runningCount' : kind;
  return addDays(on, ofPack[pace] ?? defaultDays[pace]);
}
