import { mkdir, writeFile } from 'node:fs/promises';
import { mistakeToText } from '../../../src/core/claims/mistake.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { readPacks } from '../../../src/storage/packs/pack-reader.ts';
import { answerTo } from '../../support/answer-to.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { createTestBot } from '../../support/test-bot.ts';
import { today } from './edited-packs.ts';

/** A folder with one pack whose claims are in a file beside `pack.yaml`. */
export async function packOf(file: string, content: string, more = ''): Promise<string> {
  const dir = await temporaryFolder();
  await mkdir(`${dir}/town`);
  await writeFile(`${dir}/town/pack.yaml`, aboutPack(file, more));
  await writeFile(`${dir}/town/${file}`, content);
  return dir;
}

export function aboutPack(file: string, more = ''): string {
  return [
    'name: town',
    'title: The town',
    'language: en',
    'maintainer: The Town Desk',
    'method: Imported.',
    'licence: CC0-1.0',
    'corrections: Write to the desk.',
    'verdicts: {}',
    `claims: ${file}`,
    more,
  ].join('\n');
}

export async function warningsIn(dir: string): Promise<readonly string[]> {
  const reading = await readPacks(dir, today);
  if (!reading.ok) throw new Error(reading.mistakes.map(mistakeToText).join('\n'));
  return (reading.warnings ?? []).map((one) => mistakeToText(one).replaceAll(`${dir}/`, ''));
}

export async function answerFrom(dir: string, question: string): Promise<string> {
  const { bot } = await createTestBot({ dataDir: dir });
  const reply = await answerTo(bot, {
    platform: 'slack',
    user: 'slack:U1',
    detail: 'short',
    input: { kind: 'command', command: 'fact', options: { claim: question } },
  });
  return replyToText(reply);
}

export const review = (
  claim: string,
  publisher: string,
  label: string | null,
  more: object = {},
) => ({
  '@type': 'ClaimReview',
  claimReviewed: claim,
  author: { '@type': 'Organization', name: publisher },
  url: `https://${publisher.toLowerCase().replaceAll(' ', '-')}.example/check`,
  datePublished: '2021-05-03',
  reviewRating: { '@type': 'Rating', ...(label !== null && { alternateName: label }) },
  ...more,
});

export const lines = (...items: readonly object[]): string =>
  items.map((item) => JSON.stringify(item)).join('\n');
