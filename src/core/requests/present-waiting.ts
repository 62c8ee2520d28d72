import { dayOf, formatPartialDate } from '../claims/calendar.ts';
import type { ClaimSet } from '../claims/claim-set.ts';
import type { ListItem } from '../reply/reply.ts';
import { cutText } from '../texts/cut-text.ts';
import type { Texts } from '../texts/texts.ts';
import type { WaitingReport } from './report-desk.ts';
import type { WaitingRequest } from './request-desk.ts';

/** A request for a check in the list of what waits. */
export function presentRequest(
  { id, claim, at, askers, drafts }: WaitingRequest,
  claims: ClaimSet,
  t: Texts,
): ListItem {
  const line = t('admin.requestLine', { askers: askers.length, day: dayIn(at, t), id });
  const drafted = drafts
    .filter((ref) => claims.find(ref))
    .map((draft) => t('admin.requestDraft', { draft }));
  return { text: t('claim.quoted', { claim }), detail: [line, ...drafted].join('\n') };
}

/** What was shown is told by its beginning, so that a page of long ones fits a message. In UTF-16 units. */
const longestShown = 120;

/** A report of a wrong match, with what was shown. */
export function presentReport(
  { id, ref, text, shown, times, at }: WaitingReport,
  claims: ClaimSet,
  t: Texts,
): ListItem {
  const quoted = (words: string): string =>
    t('claim.quoted', { claim: cutText(words, longestShown) });
  const claim = quoted(claims.find(ref)?.claim ?? ref);
  const found = shown && {
    percent: Math.round(shown.confidence * 100),
    wording: shown.wording === null ? t('why.ownText') : quoted(shown.wording),
    differences: shown.differences.length,
  };
  return {
    text: text === undefined ? t('admin.reportWithoutText') : t('claim.quoted', { claim: text }),
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
