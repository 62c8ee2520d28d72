import { expect, test } from 'vitest';
import { holdsQuote } from '../../src/sources/holds-quote.ts';

const page =
  'On Monday the Mayor said: “I don’t think so — not this year,” and left. Ｆull-width. ﬁne';

test.each([
  "I don't think so - not this year",
  'i DON’T think so',
  'On Monday … not this year',
  'On Monday [she] said... and left',
  'full-width',
  'fine',
  'so\n   not',
])('a page holds %j, however it is printed', (quote) => {
  expect(holdsQuote(page.replace('the Mayor', 'she'), quote)).toBe(true);
});

test.each([
  'The bridge[1] opened[note 2] in 1932.[citation needed]',
  'The bridge [1][12]opened in [b]1932.',
  'The bridge opened in 1932.',
])('a page holds it between its notes: %j', (text) => {
  expect(holdsQuote(text, 'The bridge opened in 1932')).toBe(true);
});

test('a page holds what is quoted with its notes, and a number in brackets is none', () => {
  expect(holdsQuote('He paid [sic] five dollars.', 'paid [sic] five')).toBe(true);
  expect(holdsQuote('He paid [five] dollars.', 'paid five dollars')).toBe(true);
  expect(holdsQuote('He paid [five] dollars.', 'paid six dollars')).toBe(false);
});

test.each(['I think so', 'not this year … On Monday', 'not next year', 'left … left'])(
  'a page does not hold %j',
  (quote) => {
    expect(holdsQuote(page, quote)).toBe(false);
  },
);
