import type { Address } from './receipts.ts';
import type { Standing } from './sender.ts';

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

/** What is kept of an answer until it stands: where it goes, and from what it is made. No word of the question. */
export interface AnswerUnderWay {
  /** `message`: what it replies to. */
  readonly address: Address;
  /** The nonce that it is posted under, where the platform knows nonces. */
  readonly nonce?: string | undefined;
  /** For the answer to an interaction; undefined for what is posted as a message of its own. */
  readonly way?: AnswerWay | undefined;
  /** The asker's language (BCP 47), where the platform tells it beside the question. */
  readonly locale?: string | undefined;
  /** What `Bot.resume` plans it again from; undefined while it is being planned, and where that can't be done. */
  readonly outline?: unknown;
}

/** The way that a platform keeps open for the answer to an interaction. */
export interface AnswerWay {
  /** The token or address that it goes by, sealed by the adapter, which alone can open it. */
  readonly sealed: string;
  /** How long the platform keeps it open, in milliseconds. */
  readonly worksForMs: number;
  /** Whether the answer is put in the place of what stands there already, which does no harm twice. */
  readonly replaces: boolean;
}

/** An answer that this process gives. None of these rejects. */
export interface TakenAnswer {
  /** It is planned. */
  planned(outline: unknown): Promise<void>;
  /** It is about to be posted, and shows this. False where it took so long that another process may have given it. */
  posting(shows: readonly string[]): Promise<boolean>;
  /** It stands there; what is left is to note it. Resolves with the ISO 8601 instant under which any process notes it. */
  posted(standing: Standing): Promise<string>;
  /** It stands, was refused, or there was nothing to say. */
  ended(): Promise<void>;
  /** It came to nothing, and may be asked for again. */
  cancelled(): Promise<void>;
}

/** The kind of the outbox item, and the step of it, by which an answer that was left is found again. */
export const answerKind = 'answer';
export const postStep = 'post';
