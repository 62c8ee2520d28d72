import type { ClaimRef } from '../claims/claim.ts';
import type { ToldClaim } from '../claims/told-claim.ts';

/** That a claim which people had been told was put right: who asks may see it. It names no person and no place. */
export interface CorrectionEntry {
  /** ISO 8601 instant. */
  readonly at: string;
  readonly ref: ClaimRef;
  readonly change: 'verdict' | 'content' | 'restored';
  readonly before: ToldWords;
  readonly after: ToldWords;
  /** In the words of the claim's history; undefined where it says nothing. */
  readonly why: string | undefined;
  /** How many standing answers are changed or told of, and how many are too old or too many for it. */
  readonly answers: { readonly corrected: number; readonly left: number };
}

export type ToldWords = Pick<
  ToldClaim,
  'revision' | 'claim' | 'kind' | 'verdict' | 'status' | 'gist'
>;

/** The public log of corrections. All of it rejects when the store is lost. */
export interface CorrectionLog {
  add(entry: CorrectionEntry): Promise<void>;
  /** The latest first. */
  about(ref: ClaimRef): Promise<readonly CorrectionEntry[]>;
  /** The latest first, each once, though several processes wrote it. */
  recent(limit: number): Promise<readonly CorrectionEntry[]>;
}
