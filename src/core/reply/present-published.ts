import { formatPartialDate } from '../claims/calendar.ts';
import { type Claim, maxGistLength, type Source } from '../claims/claim.ts';
import type { PublishedCheck } from '../claims/published-check.ts';
import { worksOf } from '../claims/works.ts';
import type { Detail } from '../ports/settings.ts';
import { cutText } from '../texts/cut-text.ts';
import { firstSentences } from '../texts/sentences.ts';
import type { Texts } from '../texts/texts.ts';
import { linkOf } from './present-sources.ts';
import type { Block, ListItem } from './reply.ts';

/** Longer ratings are whole conclusions, which stand below the title. In UTF-16 units. */
const maxTitleLabel = 80;
/** In a list they are named, not read out. */
const maxListLabel = 160;

/** `PolitiFact: “Pants on Fire”`: whose finding it is, in their words; first of all that they disagree, where they do. */
export function publishedTitle(checks: readonly PublishedCheck[], t: Texts): string {
  const [first] = checks;
  if (!first) return '';
  return disagree(checks)
    ? t('published.disagree', { ratings: checks.map((check) => rated(check, t)) })
    : rated(first, t);
}

function disagree(checks: readonly PublishedCheck[]): boolean {
  const verdicts = checks.filter(({ isRead }) => isRead).map(({ verdict }) => verdict);
  return new Set(verdicts).size > 1;
}

function rated({ publisher, label }: PublishedCheck, t: Texts): string {
  return label === null || label.length > maxTitleLabel
    ? t('published.checked', { publisher })
    : t('published.rated', { publisher, label });
}

/** Who published it and when, that nobody here re-checked it, and, while it stands, what we take it to mean. */
export function publishedNote(
  { verdict, verification }: Claim,
  checks: readonly PublishedCheck[],
  t: Texts,
  { withReading }: { readonly withReading: boolean },
): readonly string[] {
  const [first] = checks;
  const names = verification.by;
  const day = (date: string): string => formatPartialDate(date, t.locale);
  return [
    checks.length === 1 && first?.publishedOn
      ? t('published.on', { day: day(first.publishedOn), names })
      : t(checks.length === 1 ? 'published.undated' : 'published.several', { names }),
    ...(checks.length === 1 && first?.modifiedOn && first.modifiedOn !== first.publishedOn
      ? [t('published.changed', { day: day(first.modifiedOn) })]
      : []),
    ...(withReading && !disagree(checks) ? readingNote(checks, verdict, t) : []),
  ];
}

function readingNote(
  checks: readonly PublishedCheck[],
  verdict: Claim['verdict'],
  t: Texts,
): readonly string[] {
  if (checks.some(({ isRead }) => isRead)) {
    return [t('published.reading', { verdict: t(`verdict.${verdict}`) })];
  }
  if (checks.some(({ isHeadline }) => isHeadline)) return [t('published.headline')];
  return checks.some(({ label }) => label !== null) ? [t('published.unread')] : [];
}

/** What the publishers wrote, as far as they wrote it: we make no summary up. */
export function publishedFindings(
  { sources, language }: Claim,
  checks: readonly PublishedCheck[],
  t: Texts,
  detail: Detail,
): readonly Block[] {
  const [first, ...others] = checks;
  if (!first) return [];
  const list = (items: readonly PublishedCheck[], heading?: string): Block => ({
    kind: 'list',
    ordered: false,
    items: items.map((check) =>
      presentCheckItem(check, check === first && longLabel(check, t).length > 0, t),
    ),
    omitted: 0,
    ...(heading !== undefined && { heading }),
  });
  return [
    ...longLabel(first, t),
    ...summaryOf(first, detail, language),
    ...checks.flatMap(({ correction }) => correctionText(correction, t)),
    list([first]),
    ...(others.length > 0 ? [list(others, t('published.also'))] : []),
    ...worksBehind(sources, t),
  ];
}

/** What the checks rest on, where their file says so. */
function worksBehind(sources: readonly Source[], t: Texts): readonly Block[] {
  const works = worksOf(sources.filter(({ kind }) => kind !== 'fact-check'));
  if (works.length === 0) return [];
  const items = works.map(({ title, url }): ListItem => ({ text: title, url: linkOf(url).url }));
  return [{ kind: 'list', heading: t('claim.sources'), ordered: false, items, omitted: 0 }];
}

function longLabel({ label }: PublishedCheck, t: Texts): readonly Block[] {
  if (label === null || label.length <= maxTitleLabel) return [];
  return [{ kind: 'text', text: t('claim.quoted', { claim: label }), mayCut: true }];
}

function summaryOf(
  { summary }: PublishedCheck,
  detail: Detail,
  language: string,
): readonly Block[] {
  if (summary === null) return [];
  const text =
    detail === 'short'
      ? firstSentences(summary, { most: 2, maxLength: maxGistLength, language })
      : summary;
  return [{ kind: 'text', text, mayCut: true }];
}

function correctionText(correction: string | null, t: Texts): readonly Block[] {
  if (correction === null) return [];
  return [{ kind: 'text', text: t('published.correction', { text: correction }), mayCut: true }];
}

function presentCheckItem(check: PublishedCheck, isToldAbove: boolean, t: Texts): ListItem {
  const { title, publisher, label, publishedOn } = check;
  const { url, shown } = linkOf(check.url);
  const text = title ?? (check.url === null ? publisher : t('published.read'));
  const detail = [
    ...(text === publisher ? [] : [publisher]),
    ...(label === null || isToldAbove
      ? []
      : [t('claim.quoted', { claim: cutText(label, maxListLabel) })]),
    publishedOn === null ? t('claim.undated') : formatPartialDate(publishedOn, t.locale),
    ...shown,
  ];
  return { text, url, detail: detail.join(' · ') };
}

/** Who took a check back and when, in a sentence. */
export function withdrawal(checks: readonly PublishedCheck[], t: Texts): string {
  return checks
    .flatMap(({ publisher, withdrawnOn }) =>
      withdrawnOn === null
        ? []
        : t('published.withdrawn', { publisher, day: formatPartialDate(withdrawnOn, t.locale) }),
    )
    .join(' ');
}
