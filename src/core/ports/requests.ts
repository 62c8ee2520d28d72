import type { ClaimRef } from '../claims/claim.ts';
import type { CommunityKey, UserKey } from '../keys.ts';
import type { Address } from './receipts.ts';

/** A claim that people asked to be checked, in the words of the first of them; kept because they ticked that it may be. */
export interface CheckRequest {
  /** The same for texts that differ in case, punctuation and white space only; it holds no spaces. */
  readonly id: string;
  readonly claim: string;
  /** When it was asked for first; ISO 8601 instant. */
  readonly at: string;
  /** What was decided last; undefined until then. */
  readonly decision: Decision | undefined;
}

export type Decision = {
  /** ISO 8601 instant. */
  readonly at: string;
  /** How many people were told. */
  readonly askers: number;
} & (
  | { readonly kind: 'answered'; readonly ref: ClaimRef }
  | { readonly kind: 'declined'; readonly reason: DeclineReason }
);

/** Why a claim is not going to be checked. */
export const declineReasons = [
  'not-in-scope',
  'too-old',
  'opinion',
  'cannot-be-checked',
  'unclear',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** Somebody who waits for an answer, and what it takes to tell them. */
export interface RequestAsker {
  readonly user: UserKey;
  /** ISO 8601 instant. */
  readonly at: string;
  /** BCP 47. */
  readonly locale: string;
  /** Where they asked: its packs are what they may be told of. */
  readonly community: CommunityKey | undefined;
  /** Where they are told: a channel or thread; undefined for a direct message. */
  readonly place: RequestPlace | undefined;
}

export type RequestPlace = Omit<Address, 'message'>;

/** A request and who waits for it: nobody, once all were told. */
export interface ListedRequest extends CheckRequest {
  readonly askers: readonly RequestAsker[];
}

/** What people want checked, for half a year after it was last asked for. Rejects when the store is lost. */
export interface Requests {
  /** Keeps that somebody asks; of a request that is there already, what it says and was decided stays. */
  add(request: Pick<CheckRequest, 'id' | 'claim' | 'at'>, asker: RequestAsker): Promise<void>;
  /** All of them, those that were asked for first at the front. */
  list(): Promise<readonly ListedRequest[]>;
  /** Keeps what was decided; who waits goes on waiting until they are `told`. */
  decide(id: string, decision: Decision): Promise<void>;
  /** Forgets that somebody waits for it. */
  told(id: string, user: UserKey): Promise<void>;
}
