import { expect, test } from 'vitest';
import { suggestClaims } from '../../../src/core/bot/suggest.ts';
import { claimToLabel } from '../../../src/core/bot/suggestion-label.ts';
import { createClaimSet } from '../../../src/core/claims/claim-set.ts';
import { textsFor } from '../../../src/core/texts/texts.ts';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { aClaim } from '../../support/claims.ts';
import { countLooks } from '../../support/count-looks.ts';
import { rivertonPack } from '../../support/test-bot.ts';
import { testDay } from '../../support/test-day.ts';

const limits = { count: 25, labelLength: 100, valueLength: 100 };
const t = textsFor('en');

const many = Array.from({ length: 6000 }, (_, index) =>
  aClaim({ id: `ferry-${index}`, claim: `Ferry ${index} runs.`, wordings: [] }),
);
const { items, looks } = countLooks(many);
const claims = createClaimSet({ packs: [rivertonPack(items)], fingerprint: '' }, createMatcher);
const [some = aClaim()] = many.slice(4711);

test.each([
  '',
  'ferry',
  'ferry-',
  'riverton/ferry-4',
  'ferry 47',
  claimToLabel(some, testDay, t, 100),
  'zeppelin',
])('however many claims there are, few are looked at for %j', (typed) => {
  looks();
  const popular = ['riverton/ferry-17'] as const;
  const offered = suggestClaims({ claims, typed, popular, today: testDay }, limits, t);
  expect(offered.length).toBe(typed === 'zeppelin' ? 0 : 25);
  expect(looks()).toBeLessThan(150);
});

test('what is offered first is the label that was chosen, then what is named so', () => {
  const suggest = (typed: string) =>
    suggestClaims({ claims, typed, popular: [], today: testDay }, limits, t).map(
      ({ value }) => value,
    );
  expect(suggest(claimToLabel(some, testDay, t, 100))[0]).toBe('riverton/ferry-4711');
  expect(suggest('ferry-4711').slice(0, 1)).toEqual(['riverton/ferry-4711']);
  expect(suggest('ferry 4711')[0]).toBe('riverton/ferry-4711');
});
