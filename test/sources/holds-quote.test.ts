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

test.each(['I think so', 'not this year … On Monday', 'not next year', 'left … left'])(
  'a page does not hold %j',
  (quote) => {
    expect(holdsQuote(page, quote)).toBe(false);
  },
);
