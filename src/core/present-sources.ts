import type { Source } from './claim.ts';
import type { ListItem } from './reply.ts';
import { texts } from './texts.ts';

/** A source as a list item: its title, and in a smaller voice publisher, date and what it does for the claim. */
export function presentSource(source: Source): ListItem {
  const { title, publisher, published, approximate, stance, read, rating, url } = source;
  const detail = [
    publisher,
    published === null
      ? texts.claim.undated
      : texts.claim.published(published, approximate ?? false),
    read ? texts.claim.stances[stance] : texts.claim.notRead,
    ...(rating ? [texts.claim.publisherRating(rating)] : []),
    ...(url === null ? [texts.claim.noLink] : []),
  ];
  return { text: title, url, detail: detail.join(' · ') };
}
