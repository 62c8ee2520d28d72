import { describe, expect, test } from 'vitest';
import { lookUp } from '../../../src/core/bot/look-up.ts';
import { createClaimSet } from '../../../src/core/claims/claim-set.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { answerTo } from '../../support/answer-to.ts';
import { aClaim, aSource } from '../../support/claims.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';

const claims = createClaimSet(
  {
    packs: [
      rivertonPack([
        aClaim({ id: 'bells', claim: 'The tower has nine bells.', topics: ['bells', 'towers'] }),
        aClaim({ id: 'old-tower', claim: 'The old tower fell in 1901.', topics: ['towers'] }),
      ]),
    ],
    fingerprint: '',
  },
  createMatcher,
);

test('an id is that claim, though it names a topic, too', async () => {
  expect(await lookUp(claims, 'bells', {})).toMatchObject({
    outcome: 'match',
    claim: { id: 'bells' },
  });
});

test('a topic is what is on record about it, in the packs in use', async () => {
  expect(await lookUp(claims, 'towers', {})).toMatchObject({ outcome: 'subject' });
  expect((await lookUp(claims, 'towers', { packs: [] })).outcome).toBe('none');
});

describe('a link that claims cite finds them', () => {
  const link = 'https://news.example/2021/bells?id=7';
  const cited = createClaimSet(
    {
      packs: [
        rivertonPack([
          aClaim({
            id: 'bells',
            claim: 'The tower has nine bells.',
            sources: [aSource({ url: link })],
          }),
          aClaim({
            id: 'old-tower',
            claim: 'The old tower fell in 1901.',
            sources: [aSource({ url: link })],
          }),
          aClaim({
            id: 'plain',
            claim: 'The town hall is yellow.',
            sources: [aSource({ url: 'https://news.example/hall' })],
          }),
        ]),
      ],
      fingerprint: '',
    },
    createMatcher,
  );

  test.each([
    link,
    'https://m.news.example/2021/bells?utm_source=chat&id=7#top',
    'look at this: http://www.news.example/2021/bells/?id=7&fbclid=IwAR0, wow',
    '(news.example/2021/bells?id=7)',
    `看看${link}真的吗`,
  ])('%s', async (text) => {
    const found = await lookUp(cited, text, {});
    expect(found).toMatchObject({
      outcome: 'cited',
      claims: [{ id: 'bells' }, { id: 'old-tower' }],
    });
  });

  test('also where it comes with parts that nobody knows, if the page is cited without any', async () => {
    const found = await lookUp(cited, 'https://news.example/hall?new_tracker=1', {});
    expect(found).toMatchObject({ outcome: 'cited', claims: [{ id: 'plain' }] });
    expect((await lookUp(cited, 'https://news.example/2021/bells?id=8', {})).outcome).toBe('none');
  });

  test('but a claim that is made beside it comes first, and packs that are switched off stay hidden', async () => {
    expect(await lookUp(cited, `The town hall is yellow. ${link}`, {})).toMatchObject({
      outcome: 'match',
      claim: { id: 'plain' },
    });
    expect((await lookUp(cited, link, { packs: [] })).outcome).toBe('none');
  });

  test('in a message that is checked, too, and in every language', async () => {
    const { bot } = await createTestBot();
    for (const [locale, title] of [
      ['en', '1 checked claim rests on a page that is linked here'],
      ['de', '1 geprüfte Behauptung stützt sich auf eine hier verlinkte Seite'],
    ]) {
      const text = 'https://www.usgs.gov/faqs/are-bats-blind?utm_source=x';
      const asked = { platform: 'discord', user: 'discord:7', locale } as const;
      const checked = await answerTo(bot, { ...asked, input: { kind: 'message', text } });
      expect(replyToText(checked)).toContain(title);
      expect(replyToText(checked)).toContain('misconceptions/bats-are-blind');
      const direct = { kind: 'text', by: 'direct-message', text } as const;
      expect((await answerTo(bot, { ...asked, input: direct })).title).toBe(title);
    }
  });
});
