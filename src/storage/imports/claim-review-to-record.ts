import { hasType, isObject, type JsonObject, type ReviewNode } from './claim-review-nodes.ts';
import { type Found, foundToRecord } from './found-to-record.ts';
import type { ImportContext } from './imported-record.ts';
import { readAddress } from './read-addresses.ts';

/** Gives a ClaimReview its meaning, whatever of it is a text, an object or a list. */
export function claimReviewToRecord({ review, around }: ReviewNode, context: ImportContext) {
  return foundToRecord(found(review, around ?? {}), context);
}

function found(review: JsonObject, around: JsonObject): Found {
  const reviewed = firstObject(review.itemReviewed);
  const rating = firstObject(review.reviewRating);
  const publisher = publisherOf(review);
  const isSearched = 'textualRating' in review;
  return {
    claim:
      textOf(review.claimReviewed) ?? (isSearched ? textOf(around.text) : textOf(reviewed.name)),
    // A rating in words may stand where its object belongs.
    label:
      textOf(rating.alternateName) ??
      textOf(rating.name) ??
      textOf(review.textualRating) ??
      (typeof review.reviewRating === 'string' ? review.reviewRating : undefined),
    numbers: {
      value: textOf(rating.ratingValue),
      best: textOf(rating.bestRating),
      worst: textOf(rating.worstRating),
    },
    publisher,
    title: textOf(review.headline) ?? textOf(review.title) ?? titleOf(review),
    address: addressOf(review, around, publisher),
    publishedOn:
      textOf(review.datePublished) ?? textOf(review.reviewDate) ?? textOf(review.dateCreated),
    modifiedOn: textOf(review.dateModified),
    expiresOn: textOf(review.expires),
    withdrawnOn: textOf(around.dateDeleted) ?? textOf(review.dateDeleted),
    correction: textOf(review.correction),
    claimant: isSearched ? textOf(around.claimant) : nameOf(reviewed.author),
    occasion: undefined,
    language: textOf(review.inLanguage) ?? textOf(review.languageCode),
    sources: [],
    topics: [],
    wordings: [],
  };
}

/** `name` is often the headline, and often that of the site. */
function titleOf(review: JsonObject): string | undefined {
  const name = textOf(review.name);
  return name === nameOf(review.author) || name === nameOf(review.publisher) ? undefined : name;
}

function publisherOf(review: JsonObject): string | undefined {
  const author = firstObject(review.author);
  const site = textOf(firstObject(review.publisher).site);
  // A person writes for somebody, who stands behind the check.
  const publisher = nameOf(review.publisher);
  if (publisher && (hasType(author, 'Person') || nameOf(review.author) === undefined))
    return publisher;
  return nameOf(review.author) ?? publisher ?? site ?? textOf(author.url);
}

function addressOf(
  review: JsonObject,
  around: JsonObject,
  publisher: string | undefined,
): string | undefined {
  const page = firstObject(review.mainEntityOfPage);
  const base = [textOf(firstObject(review.author).url), publisher].find(
    (address) => readAddress(address ?? '') !== undefined,
  );
  const addresses = [
    review.url,
    review['@id'],
    around.url,
    page['@id'],
    page.url,
    review.mainEntityOfPage,
  ];
  for (const address of addresses) {
    const read = readAddress(textOf(address) ?? '', base && readAddress(base));
    if (read) return read;
  }
  return undefined;
}

/** A name, of whatever names it. */
function nameOf(value: unknown): string | undefined {
  const [first] = [value].flat();
  if (typeof first === 'string') return first.trim() || undefined;
  return isObject(first) ? textOf(first.name) : undefined;
}

/** A text, a number, `{ "@value": … }`, or the first of several. Undefined where nothing is said. */
function textOf(value: unknown): string | undefined {
  const [first] = [value].flat();
  if (typeof first === 'string') return first.trim() || undefined;
  if (typeof first === 'number') return String(first);
  if (!isObject(first)) return undefined;
  const [inner] = [first['@value'] ?? first.text ?? first.url ?? first['@id']].flat();
  return typeof inner === 'string' || typeof inner === 'number'
    ? String(inner).trim() || undefined
    : undefined;
}

function firstObject(value: unknown): JsonObject {
  const [first] = [value].flat();
  return isObject(first) ? first : {};
}
