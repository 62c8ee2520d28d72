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
  /** What became of it last; undefined until then. */
  readonly resolution: Resolution | undefined;
  /** How many people were given one. */
  readonly told: number;
}

/** What becomes of a request; `at` is an ISO 8601 instant. */
export type Resolution =
  | { readonly kind: 'answered'; readonly at: string; readonly ref: ClaimRef }
  | { readonly kind: 'declined'; readonly at: string; readonly reason: DeclineReason };

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

/** A request and who waits for it: nobody, once there is a resolution for each. */
export interface ListedRequest extends CheckRequest {
  readonly askers: readonly RequestAsker[];
}

/** Names somebody who asked by what only the store can resolve. */
export interface NoticeKey {
  readonly request: string;
  readonly asker: string;
}

export interface Given {
  readonly key: NoticeKey;
  readonly asker: RequestAsker;
}

/** What somebody is to be told. */
export interface Notice {
  readonly request: Pick<CheckRequest, 'id' | 'claim'>;
  readonly asker: RequestAsker;
  readonly resolution: Resolution;
}

/** What people want checked, for half a year after it was last asked for. Rejects when the store is lost. */
export interface Requests {
  /** Keeps that somebody waits; of a request that is there already, what it says and came of it stays. */
  add(request: Pick<CheckRequest, 'id' | 'claim' | 'at'>, asker: RequestAsker): Promise<void>;
  /** All of them, those that were asked for first at the front. */
  list(): Promise<readonly ListedRequest[]>;
  /** Keeps what became of it for so many of those who wait. */
  resolve(id: string, resolution: Resolution, told: number): Promise<void>;
  /** They wait no longer, but for being told. */
  give(id: string, asker: RequestAsker, resolution: Resolution): Promise<NoticeKey>;
  /** Those who are to be told and were not yet. */
  given(): Promise<readonly Given[]>;
  /** Undefined once they were told. */
  notice(key: NoticeKey): Promise<Notice | undefined>;
  /** Forgets who asked. */
  told(key: NoticeKey): Promise<void>;
}
