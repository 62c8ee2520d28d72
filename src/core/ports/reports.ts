import type { ClaimRef } from '../claims/claim.ts';

/** Somebody said that the wrong claim was answered. */
export interface WrongMatchReport {
  /** ISO 8601 instant. */
  readonly at: string;
  readonly ref: ClaimRef;
  /** What the asker had written; only if they agreed that it is kept. */
  readonly text: string | undefined;
}

/** Keeps reports for the people who look after the packs. Rejects when the store is lost. */
export interface Reports {
  add(report: WrongMatchReport): Promise<void>;
  /** The latest first. */
  recent(limit: number): Promise<readonly WrongMatchReport[]>;
}
