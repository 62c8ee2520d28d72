import { formatPartialDate } from '../claims/calendar.ts';
import type { Source } from '../claims/claim.ts';
import type { Texts } from '../texts/texts.ts';
import type { ListItem } from './reply.ts';

/** A source as a list item: its title, and in a smaller voice publisher, date and what it does for the claim. */
export function presentSource(source: Source, t: Texts): ListItem {
  const { title, publisher, stance, read, rating, url } = source;
  const detail = [
    publisher,
    presentDate(source, t),
    read ? t(`stance.${stance}`) : t('claim.notRead'),
    ...(rating ? [t('claim.publisherRating', { rating })] : []),
    ...(url === null ? [t('claim.noLink')] : []),
  ];
  return { text: title, url, detail: detail.join(' · ') };
}

/** The first source in a line of its own, for the first screen of a phone: the list further down has its title. */
export function presentFirstSource(source: Source, t: Texts): ListItem {
  return { text: source.publisher, url: source.url, detail: presentDate(source, t) };
}

/** Of a draft's source, nothing that would hint at a verdict. */
export function presentDraftSource(source: Source, t: Texts): ListItem {
  const { title, publisher, read, url } = source;
  const detail = [
    publisher,
    presentDate(source, t),
    ...(read ? [] : [t('claim.notRead')]),
    ...(url === null ? [t('claim.noLink')] : []),
  ];
  return { text: title, url, detail: detail.join(' · ') };
}

function presentDate({ published, approximate }: Source, t: Texts): string {
  if (published === null) return t('claim.undated');
  const date = formatPartialDate(published, t.locale);
  return approximate ? t('claim.about', { date }) : date;
}
