import { formatPartialDate } from '../claims/calendar.ts';
import type { Work } from '../claims/works.ts';
import type { Texts } from '../texts/texts.ts';
import type { ListItem } from './reply.ts';

/** A work as a list item: its title, and in a smaller voice publisher, date and what it does for the claim. */
export function presentWork(work: Work, t: Texts): ListItem {
  const { title, publisher, stances, read, rating, url } = work;
  const detail = [
    publisher,
    presentDate(work, t),
    read ? t.list(stances.map((stance) => t(`stance.${stance}`))) : t('claim.notRead'),
    ...presentLabels(work, t),
    ...(rating ? [t('claim.publisherRating', { rating })] : []),
    ...(url === null ? [t('claim.noLink')] : []),
  ];
  return { text: title, url, detail: detail.join(' · ') };
}

/** The same with the words of it that the check rests on. */
export function presentWorkQuoted(work: Work, t: Texts): ListItem {
  const { detail = '', ...item } = presentWork(work, t);
  const quotes = work.quotes.map((quote) => t('sources.quote', { quote }));
  return { ...item, detail: [detail, ...quotes].join('\n') };
}

/** A work in a line of its own: who published it and when, and what a reader should know about it. */
export function presentWorkShort(work: Work, t: Texts): ListItem {
  const { publisher, url, read } = work;
  const detail = [
    presentDate(work, t),
    ...(read ? [] : [t('claim.notRead')]),
    ...presentLabels(work, t),
  ];
  return { text: publisher, url, detail: detail.join(' · ') };
}

function presentLabels({ labels }: Work, t: Texts): readonly string[] {
  return labels.map((label) => t(`label.${label}`));
}

function presentDate({ published, approximate }: Work, t: Texts): string {
  if (published === null) return t('claim.undated');
  const date = formatPartialDate(published, t.locale);
  return approximate ? t('claim.about', { date }) : date;
}
