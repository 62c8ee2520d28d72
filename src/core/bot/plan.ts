import type { ClaimRevision } from '../claims/revision.ts';
import type { Address } from '../ports/receipts.ts';
import type { Form } from '../reply/form.ts';
import type { Reply, Visibility } from '../reply/reply.ts';
import type { AnswerOutline } from './answer-outline.ts';

/** What only the platform can tell of the asker, and not at once: asked after the acknowledgement. */
export interface AskerDetails {
  /** BCP 47, where the invocation does not hold it; undefined where the platform does not tell. Never rejects. */
  locale?(): Promise<string | undefined>;
  /** Whether the asker manages the community. Rejects where the platform does not tell. */
  mayManage?(): Promise<boolean>;
}

/**
 * One question, thought through once and over one set of claims. Who will see the answer is known, because platforms fix
 * it at the first acknowledgement. `answer` and `form` never reject: a failure is a reply too.
 */
export type Plan =
  /** The bot keeps silent. */
  | { readonly delivery: 'none' }
  /** A form is opened; or, where the asker may not have it, a private reply says why. */
  | { readonly delivery: 'form'; form(): Promise<Form | Reply> }
  /**
   * `public`, `private`: a message that all or only the asker see. `replace`: the message whose button was pressed
   * changes. `share`: a private answer is posted for all. A reply to the last two may be a private message of its own
   * instead, when it turns out that it can't be done.
   */
  | {
      readonly delivery: 'public' | 'private' | 'replace' | 'share';
      answer(): Promise<Reply>;
      /** What it takes to plan it again, in another process; undefined where that can't be done. */
      readonly outline: AnswerOutline | undefined;
      /**
       * Told where the answer stands once it does, and since when (an ISO 8601 instant); kept of an answer that shows a claim to
       * a channel. Never rejects.
       */
      delivered(receipt: Receipt, at?: string): Promise<void>;
    };

/** That a reply was delivered, and where it stands. */
export interface Receipt {
  readonly address: Address;
  readonly visibility: Visibility;
  /** Whether the bot can change it later, when its interaction is over. */
  readonly canBeEdited: boolean;
  /** The reply's own. */
  readonly about: readonly ClaimRevision[];
}

export type Delivery = Plan['delivery'];

/** A plan that ends in a reply. */
export type AnswerPlan = Extract<Plan, { answer(): unknown }>;

/** Tells what a plan's `form` came back with. */
export function isForm(formOrReply: Form | Reply): formOrReply is Form {
  return 'fields' in formOrReply;
}
