import { expect, test } from 'vitest';
import { createClaimSet } from '../../../src/core/claims/claim-set.ts';
import { claimsPage } from '../../../src/core/reply/claims-page.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { textsFor } from '../../../src/core/texts/texts.ts';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { aClaim } from '../../support/claims.ts';
import { rivertonPack } from '../../support/test-bot.ts';
import { testNow } from '../../support/test-day.ts';

const claims = Array.from({ length: 11 }, (_, index) =>
  aClaim({ id: `ferry-${index + 1}`, claim: `Ferry ${index + 1} is new.` }),
);
const set = createClaimSet({ packs: [rivertonPack(claims)], fingerprint: '' }, createMatcher);

function pageOf(count: number, page: number, answer: string | undefined = 'k3f9') {
  const refs = claims.slice(0, count).map(({ ref }) => ref);
  const shown = claimsPage(
    refs,
    { answer, page },
    { claims: set, now: testNow, t: textsFor('en') },
  );
  const { actions = [] } = shown;
  return {
    text: replyToText({ ...shown, visibility: 'private', locale: 'en' }),
    buttons: actions.flatMap((action) => (action.kind === 'button' ? [action.id] : [])),
    opens: actions.flatMap((action) =>
      action.kind === 'select' ? action.choices.map(({ value }) => value) : [],
    ),
  };
}

test('a page shows five claims, turns both ways and opens what it shows', () => {
  const { text, buttons, opens } = pageOf(11, 1);
  const shown = [...text.matchAll(/Ferry (\d+) is new/g)].map(([, number]) => Number(number));
  expect(shown).toEqual([6, 7, 8, 9, 10]);
  expect(text).toContain('11 claims');
  expect(text).toMatch(/2 of 3/);
  expect(buttons).toEqual(['page.k3f9.0', 'page.k3f9.2']);
  expect(opens).toEqual(['5', '6', '7', '8', '9']);
});

test('nothing comes before the first page nor after the last', () => {
  expect(pageOf(11, 0).buttons).toEqual(['page.k3f9.1']);
  expect(pageOf(11, 2)).toMatchObject({ buttons: ['page.k3f9.1'], opens: ['10'] });
});

test('five claims are one page, and it is not counted', () => {
  const { text, buttons } = pageOf(5, 0);
  expect(buttons).toEqual([]);
  expect(text).not.toMatch(/1 of 1/);
});

test('where nothing is kept nothing can be pressed', () => {
  const refs = claims.map(({ ref }) => ref);
  const context = { claims: set, now: testNow, t: textsFor('en') };
  expect(claimsPage(refs, { answer: undefined, page: 0 }, context).actions).toEqual([]);
});
