import { expect, test } from 'vitest';
import type { ClaimQuery } from '../../../src/core/claims/shelf-lists.ts';
import { claimsPage } from '../../../src/core/reply/claims-page.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { textsFor } from '../../../src/core/texts/texts.ts';
import { aClaim } from '../../support/claims.ts';
import { testNow } from '../../support/test-day.ts';

const shown = [6, 7].map((number) => aClaim({ id: `ferry-${number}`, claim: `Ferry ${number}.` }));

function pageOf(
  total: number,
  page: number,
  { query = { words: '' }, answer = 'k3f9' }: { query?: ClaimQuery; answer?: string | null } = {},
) {
  const parts = { shown, total, page, query, answer: answer ?? undefined };
  const { actions = [], ...rest } = claimsPage(parts, { now: testNow, t: textsFor('en') });
  return {
    text: replyToText({ ...rest, visibility: 'private', locale: 'en' }),
    buttons: actions.flatMap((action) => (action.kind === 'button' ? [action.id] : [])),
    opens: actions.flatMap((action) =>
      action.kind === 'select' ? action.choices.map(({ value }) => value) : [],
    ),
  };
}

test('a page turns both ways, opens what it shows and says how many claims there are', () => {
  const { text, buttons, opens } = pageOf(11, 2);
  expect(text).toContain('11 claims');
  expect(text).toMatch(/2 of 3/);
  expect(buttons).toEqual(['page.k3f9.0', 'page.k3f9.2']);
  expect(opens).toEqual(['0', '1']);
});

test('nothing comes before the first page nor after the last', () => {
  expect(pageOf(11, 1).buttons).toEqual(['page.k3f9.1']);
  expect(pageOf(11, 3).buttons).toEqual(['page.k3f9.1']);
});

test('five claims are one page, and it is not counted', () => {
  const { text, buttons } = pageOf(5, 1);
  expect(buttons).toEqual([]);
  expect(text).not.toMatch(/1 of 1/);
});

test('the words of the asker turn the page in the button, where it has room for them', () => {
  expect(pageOf(11, 2, { query: { words: 'ferry' } }).buttons).toEqual([
    'page.k3f9.0.ferry',
    'page.k3f9.2.ferry',
  ]);
  const long = pageOf(11, 2, { query: { words: 'ferry '.repeat(20).trim(), topic: 'ships' } });
  expect(long.buttons).toEqual([]);
  expect(long.text).toMatch(/\/fact-search ferry .*topic:ships page:3/);
});

test('where nothing is kept nothing can be pressed, and it is said what to type', () => {
  const { buttons, opens, text } = pageOf(11, 2, { answer: null, query: { words: 'ferry' } });
  expect({ buttons, opens }).toEqual({ buttons: [], opens: [] });
  expect(text).toContain('/fact-search ferry page:3');
});
