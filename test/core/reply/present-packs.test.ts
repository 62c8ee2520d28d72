import { expect, test } from 'vitest';
import { renderDiscord } from '../../../src/adapters/discord/render-discord.ts';
import { renderSlack } from '../../../src/adapters/slack/render-slack.ts';
import type { Pack } from '../../../src/core/claims/pack.ts';
import { presentPacks } from '../../../src/core/reply/present-packs.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { locales, textsFor } from '../../../src/core/texts/texts.ts';
import { answerTo } from '../../support/answer-to.ts';
import { aClaim } from '../../support/claims.ts';
import { messageRules } from '../../support/discord/payload-rules.ts';
import { blocksSchema } from '../../support/slack/message-limits.ts';
import { createTestBot, rivertonPack, says } from '../../support/test-bot.ts';

const onDay = { checkedOn: '2026-11-20', claims: 3 };

function shown(packs: readonly (Partial<Pack> & { readonly count?: number })[]): string {
  const counts = packs.map(({ count = 3, ...pack }, number) => ({
    ...onDay,
    claims: count,
    pack: { ...rivertonPack([]), name: `pack-${number}`, ...pack },
  }));
  const blocks = presentPacks(counts, ({ pack }) => ({ text: pack.name }), textsFor('en'));
  return replyToText({
    visibility: 'private',
    locale: 'en',
    tone: 'neutral',
    title: '',
    blocks,
  });
}

test.each<[string, Partial<Pack>, string]>([
  ['claims in files of their own', {}, 'Files · newest check 20 Nov 2026'],
  [
    'a table',
    { file: 'claims.csv', fileOn: '2026-11-29', rejects: 2 },
    'Table · newest check 20 Nov 2026 · file of 29 Nov 2026 · 2 left out',
  ],
  ['a table that is packed', { file: 'claims.tsv.gz' }, 'Table · newest check 20 Nov 2026'],
  ['ClaimReviews in a file', { file: 'claims.jsonl.gz' }, 'Archive · newest check 20 Nov 2026'],
  ['an address', { file: 'https://desk.example/sheet.csv' }, 'Feed · newest check 20 Nov 2026'],
])('of %s its kind and its age are told', (_, pack, said) => {
  expect(shown([pack])).toContain(said);
});

test('of many packs the largest are named, and all are counted by kind', () => {
  const packs = Array.from({ length: 40 }, (_, number) => ({
    count: number,
    ...(number % 2 === 0 && { file: 'claims.csv' }),
  }));
  const text = shown(packs);
  expect(text.match(/^- pack-\d+$/gm)).toEqual(
    [39, 38, 37, 36, 35, 34, 33, 32, 31, 30].map((number) => `- pack-${number}`),
  );
  expect(text).toContain('and 30 more');
  expect(text).toContain('All packs: Files: 20 packs, 400 claims · Table: 20 packs, 380 claims');
});

test('a thousand packs with long titles fit status, help and home on both platforms, in every language', async () => {
  const packs = Array.from({ length: 1000 }, (_, number) => ({
    ...rivertonPack([aClaim({ ref: `pack-${number}/harbour-bridge-opened-1932` })]),
    name: `pack-${number}`,
    title: `${number} ${'wide '.repeat(19)}`.slice(0, 100),
    maintainer: `${number} ${'desk '.repeat(39)}`.slice(0, 200),
    corrections: `${number} ${'write '.repeat(49)}`.slice(0, 300),
  }));
  const { bot } = await createTestBot({ packs, operators: ['slack:T1/U1'] });
  const user = 'slack:T1/U1';
  const asked = {
    kind: 'command',
    command: 'fact-admin',
    subcommand: 'status',
    options: {},
  } as const;
  for (const locale of locales) {
    const replies = [
      await answerTo(bot, { platform: 'slack', user, community: 'slack:T1', locale, input: asked }),
      await answerTo(bot, { ...says('help', user), platform: 'slack', locale }),
      await bot.home({ user, community: 'slack:T1', locale }),
    ];
    for (const reply of replies) {
      if (!reply) throw new Error('There is no reply');
      messageRules.parse(renderDiscord(reply));
      blocksSchema.parse(renderSlack(reply).blocks);
      const text = replyToText(reply);
      expect(text.length).toBeLessThan(6000);
      expect(text).toMatch(/990|995/);
    }
  }
});
