import { dayOf } from '../claims/calendar.ts';
import type { ClaimRef } from '../claims/claim.ts';
import type { ShownMatch, WrongMatchReport } from '../ports/reports.ts';
import type { DeclineReason, ListedRequest } from '../ports/requests.ts';

/** What matching can learn from, as docs/json.md describes it: days instead of instants, and nobody who asked. */
export type TuningData =
  | {
      readonly kind: 'wrong-match';
      readonly on: string;
      readonly ref: ClaimRef;
      readonly text: string | null;
      readonly shown: ShownMatch | null;
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

export function reportToData({ at, ref, text, shown }: WrongMatchReport): TuningData {
  const on = dayOf(new Date(at));
  return { kind: 'wrong-match', on, ref, text: text ?? null, shown: shown ?? null };
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
