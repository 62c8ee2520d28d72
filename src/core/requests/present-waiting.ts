import { dayOf, formatPartialDate } from '../claims/calendar.ts';
import type { ClaimSet } from '../claims/claim-set.ts';
import type { ListItem } from '../reply/reply.ts';
import type { Texts } from '../texts/texts.ts';
import type { WaitingReport } from './report-desk.ts';
import type { WaitingRequest } from './request-desk.ts';

/** A request for a check in the list of what waits. */
export function presentRequest(
  { id, claim, at, askers, draft }: WaitingRequest,
  claims: ClaimSet,
  t: Texts,
): ListItem {
  const line = t('admin.requestLine', { askers: askers.length, day: dayIn(at, t), id });
  // One that was withdrawn is gone.
  const drafted = draft && claims.find(draft) ? [t('admin.requestDraft', { draft })] : [];
  return { text: t('claim.quoted', { claim }), detail: [line, ...drafted].join('\n') };
}

/** A report of a wrong match, with what was shown. */
export function presentReport(
  { id, ref, text, shown, times, at }: WaitingReport,
  claims: ClaimSet,
  t: Texts,
): ListItem {
  const quoted = (words: string): string => t('claim.quoted', { claim: words });
  const claim = quoted(claims.find(ref)?.claim ?? ref);
  const found = shown && {
    percent: Math.round(shown.confidence * 100),
    wording: shown.wording === null ? t('why.ownText') : quoted(shown.wording),
    differences: shown.differences.length,
  };
  return {
    text: text === undefined ? t('admin.reportWithoutText') : quoted(text),
    detail: [
      t('admin.reportLine', { times, day: dayIn(at, t), id }),
      t('admin.reportShown', { claim, ref }),
      ...(found ? [t('admin.reportFound', found)] : []),
    ].join('\n'),
  };
}

function dayIn(at: string, t: Texts): string {
  return formatPartialDate(dayOf(new Date(at)), t.locale);
}
