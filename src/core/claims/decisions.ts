import type { UserKey } from '../keys.ts';
import type { ClaimFile, ClaimRef } from './claim.ts';

/** What somebody who looks at a claim again can find. */
export const judgements = ['confirmed', 'disputed', 'retracted'] as const;
export type Judgement = (typeof judgements)[number];

/** What a text can be to a claim that it was found for, or should have been: a pack's `nearMisses` and `wordings`. */
export const textKinds = ['near-miss', 'wording'] as const;
export type TextKind = (typeof textKinds)[number];

/** What was decided about a claim in a chat, by whom and when. */
export type EditorialDecision = {
  readonly ref: ClaimRef;
  /** ISO 8601 instant; no two decisions about a claim have the same. */
  readonly at: string;
  readonly by: UserKey;
} & (
  | {
      readonly kind: 'confirmed';
      /** The revision that was found to be right still: another text is not meant. */
      readonly revision: string;
    }
  | { readonly kind: 'disputed' | 'retracted'; readonly why: string }
  /** A text that somebody reported: it is not this claim, or it is. */
  | { readonly kind: TextKind; readonly text: string }
  /** A new claim, as its file will be. */
  | {
      readonly kind: 'drafted';
      readonly draft: ClaimFile;
      /** The id of the request for a check that it was written for. */
      readonly request?: string | undefined;
    }
);

/** All that was decided: only ever added to. */
export interface DecisionLog {
  /** Rejects when the store is lost, so that nobody believes it was kept. */
  add(decision: EditorialDecision): Promise<void>;
  /** The oldest first; rejects when the store is lost. */
  all(): Promise<readonly EditorialDecision[]>;
}
