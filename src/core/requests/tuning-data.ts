import { dayOf } from '../claims/calendar.ts';
import type { ClaimRef } from '../claims/claim.ts';
import type { TextKind } from '../claims/decisions.ts';
import type {
  ReportDeclineReason,
  ReportResolution,
  ShownMatch,
  WrongMatchReport,
} from '../ports/reports.ts';
import type { DeclineReason, ListedRequest } from '../ports/requests.ts';
import { resolutionOf } from './report-desk.ts';

/** What matching can learn from, as docs/json.md describes it: days instead of instants, and nobody who asked. */
export type TuningData =
  | {
      readonly kind: 'wrong-match';
      readonly on: string;
      readonly ref: ClaimRef;
      readonly text: string | null;
      readonly shown: ShownMatch | null;
      readonly decision:
        | { readonly kind: TextKind; readonly ref: ClaimRef }
        | { readonly kind: 'declined'; readonly reason: ReportDeclineReason }
        | null;
    }
  | {
      readonly kind: 'request';
      readonly on: string;
      readonly claim: string;
      readonly waiting: number;
      readonly told: number;
      readonly decision:
        | { readonly kind: 'answered'; readonly ref: ClaimRef }
        | { readonly kind: 'declined'; readonly reason: DeclineReason }
        | null;
    };

export function reportToData(
  report: WrongMatchReport,
  resolutions: ReadonlyMap<string, ReportResolution>,
): TuningData {
  const { at, ref, text = null, shown = null } = report;
  const about = { kind: 'wrong-match', on: dayOf(new Date(at)), ref, text, shown } as const;
  const resolution = resolutionOf(report, resolutions);
  switch (resolution?.kind) {
    case 'near-miss':
    case 'wording':
      return { ...about, decision: { kind: resolution.kind, ref: resolution.ref } };
    case 'declined':
      return { ...about, decision: { kind: resolution.kind, reason: resolution.reason } };
    case undefined:
      return { ...about, decision: null };
  }
}

export function requestToData({ at, claim, askers, told, resolution }: ListedRequest): TuningData {
  const about = {
    kind: 'request',
    on: dayOf(new Date(at)),
    claim,
    waiting: askers.length,
    told,
  } as const;
  switch (resolution?.kind) {
    case 'answered':
      return { ...about, decision: { kind: resolution.kind, ref: resolution.ref } };
    case 'declined':
      return { ...about, decision: { kind: resolution.kind, reason: resolution.reason } };
    case undefined:
      return { ...about, decision: null };
  }
}
