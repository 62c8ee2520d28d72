import type { OutboxStep } from '../ports/outbox.ts';
import type { NotSentReason, Sender, Standing } from '../ports/sender.ts';

/** What becomes of an item: `unneeded` where nothing is left to do, `unsure` where part of it may have been done. */
export type ErrandOutcome =
  | { readonly state: 'sent' | 'unsure' | 'unneeded' }
  | { readonly state: 'failed'; readonly why: NotSentReason };

/** One kind of thing that goes through the outbox. */
export interface Errand {
  readonly kind: string;
  /** True where the data of an item are deleted as soon as it is done with. */
  readonly forgetsData?: boolean;
  /**
   * Does what the item's data say, step by step. Called again after a crash, or when the platform could not do it yet:
   * steps that were done are passed over.
   * @throws {NotSentError} for what the platform did not do.
   */
  run(data: unknown, tools: ErrandTools): Promise<ErrandOutcome>;
}

/** Looks for what may have been done since then. */
export type Look = (since: Date) => Promise<Standing | 'not-there' | 'unknown'>;

export type StepKind = 'nonce' | 'once' | 'repeatable';

export interface ErrandTools {
  /** Of the item's platform. */
  readonly sender: Sender;
  /** Unlike that of any other item and step; short enough to be a nonce. */
  nonce(step: string): string;
  /** How long ago it was put into the outbox, in milliseconds. */
  readonly ageMs: number;
  /** What is known of a step that this process or one before it began. */
  begun(step: string): OutboxStep | undefined;
  /**
   * The same of a `nonce` step, after a look at what a process may have done that died over it so long ago that the platform
   * does not know the nonce again: undefined where it did nothing, `unsure` where nobody can tell.
   */
  settled(step: string, look: Look): Promise<OutboxStep | undefined>;
  /**
   * Does a step that was not done before, and keeps where it came to stand as soon as that is known. `nonce`: it is never
   * done twice; where a process died over it, it is repeated as long as the platform knows its nonce again, and else told as
   * `unsure`, unless it can be looked for. `once`: the same without a nonce. `repeatable`: it does no harm twice, and is done again where it was done
   * for something else.
   * @param shows What its words are made from, as far as that may be something else when the next process comes to it.
   * @param look Looks for what a process may have done that died over it.
   */
  step(
    name: string,
    kind: StepKind,
    work: () => Promise<Standing> | Promise<void>,
    shows?: readonly string[],
    look?: Look,
  ): Promise<OutboxStep>;
}
