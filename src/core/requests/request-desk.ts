import { createHash } from 'node:crypto';
import type { CreateMatcher } from '../../matching/matcher.ts';
import { dayOf } from '../claims/calendar.ts';
import type { Claim, ClaimRef } from '../claims/claim.ts';
import type { ClaimSet } from '../claims/claim-set.ts';
import { wordingKey } from '../claims/claim-texts.ts';
import type { DecisionLog, EditorialDecision } from '../claims/decisions.ts';
import { othersTurn } from '../claims/others-turn.ts';
import { surelyFound } from '../claims/surely-found.ts';
import { hasVerdict, verificationOn } from '../claims/verification.ts';
import type { Communities } from '../ports/communities.ts';
import type { Outbox } from '../ports/outbox.ts';
import type {
  DeclineReason,
  ListedRequest,
  RequestAsker,
  Requests,
  Resolution,
} from '../ports/requests.ts';
import { mostRequests } from '../reply/present-request.ts';
import { UserError } from '../texts/user-error.ts';
import { sameRequest } from './same-request.ts';
import { noticeToItem } from './tell-asker.ts';

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

/** What came of a resolution. */
export interface Told {
  /** How many people are told of it. */
  readonly told: number;
  /** How many go on waiting: their communities don't answer from the claim's pack. */
  readonly waiting: number;
}

/** A request that somebody waits for. */
export interface WaitingRequest extends ListedRequest {
  /** Claims that were drafted for it. One that was withdrawn since is in no set. */
  readonly drafts: readonly ClaimRef[];
}

/** Where people ask for checks, and operators decide. All of it rejects when the store is lost. */
export interface RequestDesk {
  /** Nearly the same request counts as the same. */
  ask(claim: string, asker: RequestAsker): Promise<Asked>;
  /** Requests that somebody waits for: those that most do first, of equals the oldest. */
  waiting(): Promise<readonly WaitingRequest[]>;
  /** @throws {UserError} when nobody waits for a request of that id. */
  find(id: string): Promise<WaitingRequest>;
  /** @throws {UserError} when nobody waits for a request of that id. */
  answer(id: string, claim: ClaimRef, claims: ClaimSet): Promise<Told>;
  /** @throws {UserError} as `answer` does. */
  decline(id: string, reason: DeclineReason): Promise<Told>;
  /**
   * Answers every request that one of these claims surely is, or was drafted for and since verified, where it is among the
   * packs of the asker's community; and has those told whom a process that died was about to tell.
   */
  catchUp(claims: ClaimSet): Promise<void>;
}

export interface RequestDeskParts {
  readonly requests: Requests;
  readonly decisions: Pick<DecisionLog, 'all'>;
  readonly outbox: Pick<Outbox, 'add'>;
  readonly communities: Pick<Communities, 'settings'>;
  readonly createMatcher: CreateMatcher;
  readonly clock: () => Date;
}

export function createRequestDesk({
  requests,
  decisions,
  outbox,
  communities,
  createMatcher,
  clock,
}: RequestDeskParts): RequestDesk {
  const now = (): string => clock().toISOString();

  const packsOf = ({ community }: RequestAsker) => communities.settings(community).packs;

  async function waiting(): Promise<readonly WaitingRequest[]> {
    const listed = await requests.list();
    const drafts = draftsByRequest(await decisions.all());
    return listed
      .filter(({ askers }) => askers.length > 0)
      .map((request) => ({ ...request, drafts: drafts.get(request.id) ?? [] }))
      .toSorted((one, other) => other.askers.length - one.askers.length);
  }

  async function find(id: string): Promise<WaitingRequest> {
    const request = (await waiting()).find((each) => each.id === id);
    if (!request) throw new UserError('admin.noSuchRequest', { id });
    return request;
  }

  async function tell(
    { id, askers }: ListedRequest,
    resolution: Resolution,
    isMeant: (asker: RequestAsker) => boolean = () => true,
  ): Promise<Told> {
    const meant = askers.filter(isMeant);
    for (const asker of meant) {
      const key = await requests.give(id, asker, resolution);
      await outbox.add(noticeToItem(key, asker));
    }
    if (meant.length > 0) await requests.resolve(id, resolution, meant.length);
    return { told: meant.length, waiting: askers.length - meant.length };
  }

  /** What was drafted, once its verdict may be told. */
  function verified(claims: ClaimSet, drafts: readonly ClaimRef[]): Claim | undefined {
    return drafts
      .flatMap((ref) => claims.find(ref) ?? [])
      .find((claim) => hasVerdict(verificationOn(claim, dayOf(clock()))));
  }

  async function answerOne(request: WaitingRequest, claims: ClaimSet): Promise<void> {
    const byPacks = Map.groupBy(request.askers, (asker) => JSON.stringify(packsOf(asker)));
    for (const askers of byPacks.values()) {
      const [asker] = askers;
      const seen = asker && claims.only(packsOf(asker));
      const found =
        seen && (verified(seen, request.drafts) ?? surelyFound(seen, request.claim, clock()));
      if (found)
        await tell({ ...request, askers }, { kind: 'answered', at: now(), ref: found.ref });
    }
  }

  return {
    async ask(claim, asker) {
      const listed = await requests.list();
      const isWaiting = ({ askers }: ListedRequest): boolean =>
        askers.some(({ user }) => user === asker.user);
      const same = sameRequest(claim, listed, createMatcher);
      if (same && isWaiting(same)) return { outcome: 'again' };
      if (same?.resolution?.kind === 'declined')
        return { outcome: 'declined', reason: same.resolution.reason };
      if (listed.filter(isWaiting).length >= mostRequests) return { outcome: 'too-many' };
      const { at } = asker;
      await requests.add(same ?? { id: claimToId(claim), claim, at }, asker);
      return { outcome: 'kept', askers: (same?.askers.length ?? 0) + 1 };
    },
    waiting,
    find,
    async answer(id, ref, claims) {
      const request = await find(id);
      return tell(request, { kind: 'answered', at: now(), ref }, (asker) =>
        Boolean(claims.only(packsOf(asker)).find(ref)),
      );
    },
    async decline(id, reason) {
      return tell(await find(id), { kind: 'declined', at: now(), reason });
    },
    async catchUp(claims) {
      for (const { key, asker } of await requests.given())
        await outbox.add(noticeToItem(key, asker));
      for (const request of await waiting()) {
        await answerOne(request, claims);
        // Whoever asks something meanwhile is not to wait for all of them.
        await othersTurn();
      }
    },
  };
}

/** The id of a draft that was withdrawn may be that of another one by now, which is nothing to who asked for the first. */
function draftsByRequest(
  decisions: readonly EditorialDecision[],
): ReadonlyMap<string, readonly ClaimRef[]> {
  const drafted = decisions.filter((decision) => decision.kind === 'drafted');
  const latest = new Map(drafted.map((decision) => [decision.ref, decision]));
  const byRequest = new Map<string, readonly ClaimRef[]>();
  for (const { ref, request } of latest.values()) {
    if (request !== undefined) byRequest.set(request, [...(byRequest.get(request) ?? []), ref]);
  }
  return byRequest;
}

/** Of two processes that are asked the same at once, both come to the same. */
function claimToId(claim: string): string {
  return createHash('sha256').update(wordingKey(claim)).digest('hex').slice(0, 10);
}
