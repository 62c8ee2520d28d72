import { wordingKey } from '../../core/claims/claim-texts.ts';
import type { RatingNumbers } from '../../core/ratings/read-numbers.ts';
import { readRating } from '../../core/ratings/read-rating.ts';
import { tellsFinding } from '../../core/ratings/tells-finding.ts';
import { asciiDigits } from './ascii-digits.ts';
import { cleanStatement, cleanText } from './clean-text.ts';
import type { ImportContext, ImportedRecord } from './imported-record.ts';
import { readAddress, siteOf } from './read-addresses.ts';
import { dayToCome, readDate, readDay } from './read-date.ts';

/** What a row or an item says, as it stands there. */
export interface Found {
  readonly claim?: string | undefined;
  readonly label?: string | undefined;
  readonly numbers: RatingNumbers;
  readonly publisher?: string | undefined;
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  readonly address?: string | undefined;
  readonly publishedOn?: string | undefined;
  readonly modifiedOn?: string | undefined;
  readonly expiresOn?: string | undefined;
  readonly withdrawnOn?: string | undefined;
  readonly correction?: string | undefined;
  readonly claimant?: string | undefined;
  readonly occasion?: string | undefined;
  readonly language?: string | undefined;
  readonly sources: readonly string[];
  readonly topics: readonly string[];
  readonly wordings: readonly string[];
}

type Read =
  | { readonly ok: true; readonly record: ImportedRecord }
  | { readonly ok: false; readonly reason: string };

/** Cleans what was found, reads its dates, addresses and rating, and says why where nothing can be answered from it. */
export function foundToRecord(found: Found, context: ImportContext): Read {
  const { today } = context;
  const claim = cleanStatement(found.claim ?? '');
  if (claim === '') return { ok: false, reason: 'it has no claim' };
  if (wordingKey(claim) === '') return { ok: false, reason: 'the claim holds no words' };
  const publisherAddress = readAddress(found.publisher ?? '');
  const url = readAddress(found.address ?? '', publisherAddress) ?? null;
  const label = textOrNull(found.label);
  const summary = textOrNull(found.summary);
  const title = textOrNull(found.title);
  const numbers = inAsciiDigits(found.numbers);
  if (label === null && url === null && summary === null && !hasNumber(numbers)) {
    return { ok: false, reason: 'it has neither a rating nor an address nor a summary' };
  }
  const publisher =
    (publisherAddress ? siteOf(publisherAddress) : cleanText(found.publisher ?? '')) ||
    siteOf(url) ||
    context.publisher;
  const language = readLanguage(found.language) ?? context.language;
  const site = siteOf(url) || publisher;
  const isHeadline = tellsFinding(claim, site, language);
  const withdrawnOn = readDay(found.withdrawnOn ?? '', language);
  const [waitsFor] = [
    withdrawnOn !== null && withdrawnOn > today ? withdrawnOn : undefined,
    dayToCome(found.publishedOn ?? '', today, language),
    dayToCome(found.modifiedOn ?? '', today, language),
  ]
    .filter((day) => day !== undefined)
    .sort();
  const rating = isHeadline ? undefined : readRating({ label, numbers, site, language });
  return {
    ok: true,
    record: {
      claim,
      numbers,
      claimant: textOrNull(found.claimant),
      occasion: textOrNull(found.occasion),
      sources: found.sources.filter((source) => source !== url),
      topics: distinct(found.topics),
      wordings: distinct(found.wordings).filter((text) => wordingKey(text) !== ''),
      language: readLanguage(found.language) ?? null,
      ...(waitsFor !== undefined && { waitsFor }),
      check: {
        publisher,
        label,
        verdict: rating ?? 'unverified',
        isRead: rating !== undefined,
        isHeadline,
        title,
        summary,
        url,
        publishedOn: readDate(found.publishedOn ?? '', today, language),
        modifiedOn: readDate(found.modifiedOn ?? '', today, language),
        correction: textOrNull(found.correction),
        expiresOn: readDay(found.expiresOn ?? '', language),
        withdrawnOn,
      },
    },
  };
}

function inAsciiDigits(numbers: RatingNumbers): RatingNumbers {
  const written = Object.entries(numbers).filter(([, number]) => number !== undefined);
  return Object.fromEntries(written.map(([name, number]) => [name, asciiDigits(number)]));
}

function textOrNull(text: string | undefined): string | null {
  return cleanText(text ?? '') || null;
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.map(cleanText).filter((text) => text !== ''))].slice(0, 50);
}

function hasNumber({ value }: RatingNumbers): boolean {
  return value !== undefined && value.trim() !== '';
}

function readLanguage(written: string | undefined): string | undefined {
  const [tag] = (written ?? '').trim().match(/^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/) ?? [];
  return tag?.replaceAll('_', '-');
}
