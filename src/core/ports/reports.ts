import type { ClaimRef } from '../claims/claim.ts';
import type { TextKind } from '../claims/decisions.ts';

/** Somebody said that the wrong claim was answered. */
export interface WrongMatchReport {
  /** ISO 8601 instant. */
  readonly at: string;
  readonly ref: ClaimRef;
  /** What the asker had written; only if they agreed that it is kept. */
  readonly text: string | undefined;
  /** How it was found; undefined where it was asked for by its id, and in what an earlier version kept. */
  readonly shown?: ShownMatch | undefined;
}

/** What spoke for the claim and against it; nothing in the asker's words. */
export interface ShownMatch {
  /** 0 to 1. */
  readonly confidence: number;
  /** The closest wording of the claim; null where its own text was. */
  readonly wording: string | null;
  /** The kinds of what the asker's text said otherwise, and was told to. */
  readonly differences: readonly string[];
}

/** Why a report changes nothing. */
export const reportDeclineReasons = ['right-claim', 'not-in-scope', 'unclear'] as const;
export type ReportDeclineReason = (typeof reportDeclineReasons)[number];

/** What became of the reports of one text, up to `at`, an ISO 8601 instant. */
export type ReportResolution = { readonly at: string } & (
  | { readonly kind: TextKind; readonly ref: ClaimRef }
  | { readonly kind: 'declined'; readonly reason: ReportDeclineReason }
);

/** Keeps reports for the people who look after the packs. Rejects when the store is lost. */
export interface Reports {
  add(report: WrongMatchReport): Promise<void>;
  /** The latest first. */
  recent(limit: number): Promise<readonly WrongMatchReport[]>;
  /** Keeps what became of the reports that share an id, in the place of what did before. */
  resolve(id: string, resolution: ReportResolution): Promise<void>;
  /** By the ids of the reports. */
  resolutions(): Promise<ReadonlyMap<string, ReportResolution>>;
}
