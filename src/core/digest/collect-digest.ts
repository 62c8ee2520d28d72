import { addDays, dayOf } from '../claims/calendar.ts';
import type { Claim, ClaimRef } from '../claims/claim.ts';
import type { FoundClaims } from '../claims/claim-lists.ts';
import type { ClaimSet } from '../claims/claim-set.ts';
import type { Receipts } from '../ports/receipts.ts';

/** A text that somebody wants checked, and how many wait for it. */
export interface WaitingRequest {
  readonly claim: string;
  readonly askers: number;
}

/** What those who look after the claims should see of a week. */
export interface Digest {
  readonly due: FoundClaims;
  readonly expired: FoundClaims;
  readonly disputed: FoundClaims;
  /** Drafts that wait for a second person. */
  readonly proposed: FoundClaims;
  /** What channels were told most, the most first. */
  readonly asked: readonly { readonly claim: Claim; readonly times: number }[];
  /** The most wanted first. */
  readonly waiting: readonly WaitingRequest[];
}

export interface DigestParts {
  readonly library: { readonly current: ClaimSet };
  readonly receipts: Pick<Receipts, 'page'>;
  /** What people want checked and nobody has answered yet. */
  waitingRequests(): Promise<readonly WaitingRequest[]>;
}

const daysOfWeek = 7;
const pageSize = 200;

/** Rejects when the store is lost. */
export async function collectDigest(
  { library, receipts, waitingRequests }: DigestParts,
  now: Date,
): Promise<Digest> {
  const { current } = library;
  const today = dayOf(now);
  const counts = await countTold(receipts, addDays(today, -daysOfWeek));
  const asked = [...counts].flatMap(([ref, times]) => {
    const claim = current.find(ref);
    return claim ? [{ claim, times }] : [];
  });
  return {
    due: current.inState('due', today),
    expired: current.inState('expired', today),
    disputed: current.inState('disputed', today),
    proposed: current.inState('proposed', today),
    asked: asked.toSorted((one, other) => other.times - one.times),
    waiting: (await waitingRequests()).toSorted((one, other) => other.askers - one.askers),
  };
}

async function countTold(
  receipts: Pick<Receipts, 'page'>,
  since: string,
): Promise<ReadonlyMap<ClaimRef, number>> {
  const counts = new Map<ClaimRef, number>();
  let after: string | undefined;
  do {
    const page = await receipts.page(after, pageSize);
    for (const { ref, at } of page) {
      if (at >= since) counts.set(ref, (counts.get(ref) ?? 0) + 1);
    }
    after = page.at(-1)?.id;
  } while (after !== undefined);
  return counts;
}
