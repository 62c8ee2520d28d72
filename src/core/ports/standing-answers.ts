import type { RevisedClaim } from '../claims/revised-claims.ts';
import type { Receipts } from './receipts.ts';
import { StoreLostError } from './store-lost-error.ts';

/** Answers that stand in channels and show what is no longer so. */
export interface StandingAnswers {
  readonly count: number;
  /** How many of them the bot can still change. */
  readonly editable: number;
  /** False where there are more than were counted. */
  readonly isAll: boolean;
}

/** Most answers that are counted of one claim. */
const mostOfOne = 1000;

/** How many answers show another revision of the claims than the one that comes; undefined while the store is away. */
export async function countStandingAnswers(
  receipts: Pick<Receipts, 'about'>,
  claims: readonly RevisedClaim[],
): Promise<StandingAnswers | undefined> {
  let [count, editable, isAll] = [0, 0, true];
  try {
    for (const { ref, revision } of claims) {
      const told = await receipts.about(ref, mostOfOne);
      const outdated = told.filter((receipt) => receipt.revision !== revision);
      count += outdated.length;
      editable += outdated.filter(({ canBeEdited }) => canBeEdited).length;
      isAll &&= told.length < mostOfOne;
    }
  } catch (error) {
    if (error instanceof StoreLostError) return undefined;
    throw error;
  }
  return { count, editable, isAll };
}
