import { formatPartialDate } from '../claims/calendar.ts';
import type { Work } from '../claims/works.ts';
import type { Texts } from '../texts/texts.ts';
import type { ListItem } from './reply.ts';

/** A work as a list item: its title, and in a smaller voice publisher, date and what it does for the claim. */
export function presentWork(work: Work, t: Texts): ListItem {
  const { title, publisher, stances, read, rating } = work;
  const { url, shown } = linkOf(work.url);
  const detail = [
    publisher,
    presentDate(work, t),
    read ? t.list(stances.map((stance) => t(`stance.${stance}`))) : t('claim.notRead'),
    ...presentLabels(work, t),
    ...(rating ? [t('claim.publisherRating', { rating })] : []),
    ...(work.url === null ? [t('claim.noLink')] : shown),
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
  const { publisher, read } = work;
  const { url, shown } = linkOf(work.url);
  const detail = [
    presentDate(work, t),
    ...(read ? [] : [t('claim.notRead')]),
    ...presentLabels(work, t),
    ...shown,
  ];
  return { text: publisher, url, detail: detail.join(' · ') };
}

/** An address to send readers to; one that nothing protects on the way is shown, and not a link. */
export function linkOf(address: string | null): {
  readonly url: string | null;
  readonly shown: readonly string[];
} {
  return address?.startsWith('http:')
    ? { url: null, shown: [address] }
    : { url: address, shown: [] };
}

function presentLabels({ labels }: Work, t: Texts): readonly string[] {
  return labels.map((label) => t(`label.${label}`));
}

function presentDate({ published, approximate }: Work, t: Texts): string {
  if (published === null) return t('claim.undated');
  const date = formatPartialDate(published, t.locale);
  return approximate ? t('claim.about', { date }) : date;
}
