import type { ClaimFile, ClaimRef } from '../claims/claim.ts';
import type { Verdict } from '../claims/verdict.ts';
import type { UserKey } from '../keys.ts';
import type { Visibility } from '../reply/reply.ts';

/**
 * What the buttons under an answer need to go on working. Nothing that the asker typed is in it: of the comparison it
 * keeps words that the claim has too.
 */
export interface KeptAnswer {
  /** Who asked: the only one who may press what changes the message. */
  readonly owner: UserKey;
  readonly visibility: Visibility;
  readonly content:
    | {
        readonly kind: 'claim';
        readonly ref: ClaimRef;
        /** Why this claim: undefined when it was asked for by its id. */
        readonly why:
          | {
              readonly confidence: number;
              readonly words: readonly string[];
              readonly wording: string | null;
              readonly numbers: readonly string[];
              readonly names: readonly string[];
            }
          | undefined;
        /** Where what was asked is not what the claim says: the claim's words. The asker's are not kept. */
        readonly differences: readonly { readonly kind: string; readonly checked: string }[];
        /** Who shared it, which the channel was told: a correction says so again. Undefined where nobody did. */
        readonly sharedBy?: UserKey | undefined;
      }
    /** Claims to choose from, in the order shown. */
    | { readonly kind: 'list'; readonly refs: readonly ClaimRef[] }
    /** A page of a search: by what it was filtered, and what it shows. */
    | {
        readonly kind: 'search';
        readonly verdict: Verdict | null;
        readonly topic: string | null;
        readonly refs: readonly ClaimRef[];
      }
    /** A claim that an operator wrote, as its file will be: kept in the end only if they say so. */
    | {
        readonly kind: 'draft';
        readonly pack: string;
        readonly draft: ClaimFile;
        /** The id of the request for a check that it was written for. */
        readonly request?: string | undefined;
      }
    /** A claim that an operator looks at again, as it was then. */
    | { readonly kind: 'verification'; readonly ref: ClaimRef; readonly revision: string };
}

/** What is kept of an answer, with nothing of whose it is but whether it is that of who is asked about. */
export interface FoundAnswer extends Omit<KeptAnswer, 'owner'> {
  readonly isOwn: boolean;
}

/** How long buttons go on working, in milliseconds; told to people in the help and when they no longer do. */
export const buttonsWorkForMs = 30 * 24 * 60 * 60 * 1000;

/** Answers by their id, kept for `buttonsWorkForMs`. */
export interface KeptAnswers {
  /** False where it may not be kept, and its buttons would not work. Never rejects. */
  keep(id: string, answer: KeptAnswer): Promise<boolean>;
  /** For whoever presses, or for nobody. Undefined for what is too old; rejects when the store is lost. */
  find(id: string, by?: UserKey): Promise<FoundAnswer | undefined>;
}
