import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Statement } from '../../src/matching/matcher.ts';

/** Writes ClaimReviews of invented claims, an item a line. */
export function writeReviews(claims: readonly Statement[], path: string): Promise<void> {
  return pipeline(Readable.from(reviewLines(claims)), createWriteStream(path));
}

/** Makes a pack of them. */
export async function writeArchive(claims: readonly Statement[], folder: string): Promise<void> {
  const about = ['name: invented', 'title: Invented', 'language: en', 'maintainer: m', 'method: m'];
  const more = ['licence: l', 'corrections: c', 'verdicts: {}', 'claims: claims.jsonl'];
  await writeFile(join(folder, 'pack.yaml'), [...about, ...more, ''].join('\n'));
  await writeReviews(claims, join(folder, 'claims.jsonl'));
}

function* reviewLines(claims: readonly Statement[]): Generator<string> {
  for (const { id, text, title } of claims) {
    const review = {
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      claimReviewed: `${text}.`,
      url: `https://desk.example/${id}`,
      name: title,
      author: { '@type': 'Organization', name: 'The Desk' },
      datePublished: '2020-05-01',
      reviewRating: { '@type': 'Rating', alternateName: 'Mostly false' },
    };
    yield `${JSON.stringify({ '@type': 'DataFeedItem', dateCreated: '2020-05-01', item: [review] })}\n`;
  }
}
