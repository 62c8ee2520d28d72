import type { ClaimRevision } from '../claims/revision.ts';
import type { Address, ShownAnswer } from './receipts.ts';

/** Remembers which platform events were taken, and what may be done once, so that nothing is answered twice. */
export interface Deliveries {
  /** True the first time an event is seen, false ever after (for at least an hour). Never rejects. */
  claim(event: string): Promise<boolean>;
  /** What was claimed came to nothing and may be tried again. Never rejects. */
  release(event: string): Promise<void>;
  /**
   * Claims an event that is answered by a message of the bot's own. Unlike `claim`, it is kept that the answer is under
   * way: if this process dies over it, another one gives it. Undefined where somebody else did or does. Never rejects.
   */
  begin(event: string, answer: AnswerUnderWay): Promise<TakenAnswer | undefined>;
}

/** What is kept of an answer until it stands: where it goes, and from what it can be made anew. Nothing of the question. */
export interface AnswerUnderWay {
  /** `message`: what it replies to. */
  readonly address: Address;
  /** The nonce that it is posted under, where the platform knows nonces. */
  readonly nonce?: string | undefined;
  /** False in a direct message, which nobody else reads. */
  readonly isForChannel: boolean;
  /** Undefined while it is being made, and where it can't be made anew. */
  readonly made?: MadeAnswer | undefined;
}

export interface MadeAnswer {
  readonly about: ClaimRevision;
  readonly shown: ShownAnswer;
}

/** An answer that this process gives. None of these rejects. */
export interface TakenAnswer {
  /** It is made, and about to be posted. */
  posting(made: MadeAnswer | undefined): Promise<void>;
  /** It stands, was refused, or there was nothing to say. */
  ended(): Promise<void>;
  /** It came to nothing, and may be asked for again. */
  cancelled(): Promise<void>;
}

/** The kind of the outbox item, and the step of it, by which an answer that was left is found again. */
export const answerKind = 'answer';
export const postStep = 'post';
