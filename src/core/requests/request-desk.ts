import { createHash } from 'node:crypto';
import type { CreateMatcher } from '../../matching/matcher.ts';
import { wordingKey } from '../claims/claim-texts.ts';
import type { DeclineReason, RequestAsker, Requests } from '../ports/requests.ts';
import { mostRequests } from '../reply/present-request.ts';
import { sameRequest } from './same-request.ts';

/** What becomes of a request for a check. */
export type Asked =
  /** It is kept; `askers` wait for it, this one among them. */
  | { readonly outcome: 'kept'; readonly askers: number }
  /** This person waits for it already. */
  | { readonly outcome: 'again' }
  /** This person waits for as many others as one may. */
  | { readonly outcome: 'too-many' }
  /** The same was declined before. */
  | { readonly outcome: 'declined'; readonly reason: DeclineReason };

/** Where people ask for checks. Rejects when the store is lost. */
export interface RequestDesk {
  /** Nearly the same request counts as the same. */
  ask(claim: string, asker: RequestAsker): Promise<Asked>;
}

export interface RequestDeskParts {
  readonly requests: Requests;
  readonly createMatcher: CreateMatcher;
}

export function createRequestDesk({ requests, createMatcher }: RequestDeskParts): RequestDesk {
  return {
    async ask(claim, asker) {
      const listed = await requests.list();
      const isWaiting = ({ askers }: (typeof listed)[number]): boolean =>
        askers.some(({ user }) => user === asker.user);
      const same = sameRequest(claim, listed, createMatcher);
      if (same && isWaiting(same)) return { outcome: 'again' };
      if (same?.decision?.kind === 'declined')
        return { outcome: 'declined', reason: same.decision.reason };
      if (listed.filter(isWaiting).length >= mostRequests) return { outcome: 'too-many' };
      const { at } = asker;
      await requests.add(same ?? { id: claimToId(claim), claim, at }, asker);
      return { outcome: 'kept', askers: (same?.askers.length ?? 0) + 1 };
    },
  };
}

/** Of two processes that are asked the same at once, both come to the same. */
function claimToId(claim: string): string {
  return createHash('sha256').update(wordingKey(claim)).digest('hex').slice(0, 10);
}
