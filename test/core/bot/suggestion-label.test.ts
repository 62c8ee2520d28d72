import { expect, test } from 'vitest';
import { lookUp } from '../../../src/core/bot/look-up.ts';
import { claimToLabel, labelToClaims } from '../../../src/core/bot/suggestion-label.ts';
import { createClaimSet } from '../../../src/core/claims/claim-set.ts';
import { locales, textsFor } from '../../../src/core/texts/texts.ts';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { aClaim } from '../../support/claims.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';
import { testDay } from '../../support/test-day.ts';

const { bot, library } = await createTestBot();

test('the label of a suggestion is understood as the claim that it was made of, in every language', async () => {
  for (const locale of locales) {
    for (const claim of library.current.claims) {
      const label = claimToLabel(claim, testDay, textsFor(locale), 100);
      expect(await lookUp(library.current, label, {}), label).toMatchObject({
        claim: { ref: claim.ref },
      });
    }
  }
});

test('a label that was chosen is suggested again while it stands in the field', async () => {
  const limits = { count: 25, labelLength: 100, valueLength: 100 };
  const suggest = (typed: string) =>
    bot.suggest({ suggest: 'claim', typed, user: 'discord:7' }, limits);
  const [, second] = await suggest('soros');
  const again = await suggest(second?.label ?? '');
  expect(again[0]).toEqual(second);
});

test('claims that begin alike are not told apart by a label that is cut before they differ', () => {
  const start =
    'The Riverton bridge over the old harbour was opened by the mayor in front of all the town in';
  const alike = ['1932', '1933'].map((year) => aClaim({ id: year, claim: `${start} ${year}.` }));
  const [label = ''] = alike.map((claim) => claimToLabel(claim, testDay, textsFor('en'), 100));
  const set = createClaimSet({ packs: [rivertonPack(alike)], fingerprint: '' }, createMatcher);
  expect(labelToClaims(label, set)).toEqual(alike);
});

test.each(['soros · krasner', 'True · “”', '“Bats are blind.”', 'a · “b”'])(
  'another text is no label: %s',
  (text) => {
    expect(labelToClaims(text, library.current)).toEqual([]);
  },
);
