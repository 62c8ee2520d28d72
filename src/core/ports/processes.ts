import type { Following } from '../claims/library.ts';

/** The processes of one bot: all that share its store. */
export interface Processes {
  /** Those that are alive, the oldest first. While the store is away none is known but this one. Never rejects. */
  list(): Promise<readonly ProcessState[]>;
  /** From here on this process is one of them: it is listed, and hears what the others tell. Never rejects. */
  join(claims: () => ClaimsInUse): Promise<void>;
  /** What this process does when another one tells it of something; to be said before it joins. */
  hear(topic: string, take: (detail: string) => Promise<Following>): void;
  /**
   * Has all others take over what this process wrote or did. Resolves once each of them has confirmed, or after two
   * seconds; undefined when the store is away, so that nobody could be told. The detail is kept for an hour, and so names
   * nobody. Never rejects.
   */
  tell(topic: string, detail: string): Promise<Others>;
}

/** What a process answers from. */
export interface ClaimsInUse {
  readonly fingerprint: string;
  /** How many. */
  readonly claims: number;
  /** Why it does not answer from the set that another process changed to last; undefined if it does. */
  readonly refused: Refusal | undefined;
}

export type Refusal = Exclude<Following, 'taken'>;

export interface ProcessState extends ClaimsInUse {
  /** Its machine and its number there: `atlas:4711`. */
  readonly name: string;
  /** ISO 8601 instant. */
  readonly startedAt: string;
  readonly isThis: boolean;
}

/** What the others made of a change; undefined where nobody could be told. */
export type Others = readonly Confirmation[] | undefined;

export interface Confirmation {
  /** The name of the process. */
  readonly process: string;
  /** Undefined if it has not confirmed in time. */
  readonly outcome: Following | undefined;
}
