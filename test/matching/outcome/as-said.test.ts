import { describe, expect, test } from 'vitest';
import { isAsSaid } from '../../../src/matching/outcome/as-said.ts';
import { alignTexts } from '../../support/align-texts.ts';

describe('a text is put as a claim is', () => {
  test.each([
    ['the ferry moved from karsk to sund', 'The ferry moved from Karsk to Sund.'],
    ['fines went from 40 to 25 cents', 'The library cut its fines from 40 to 25 cents a day.'],
    ['the fair moved from june to may', 'The fair of Brell moved from June to May.'],
    ['ferry moved to the sund', 'The ferry moved from Karsk to Sund.'],
    ['nothing of it', 'The ferry moved from Karsk to Sund.'],
  ])('%s', (text, claim) => {
    expect(isAsSaid(alignTexts(text, { text: claim }))).toBe(true);
  });

  test('or that of a wording, when it is said in two orders', () => {
    const text = 'From Karsk to Sund the ferry takes two hours.';
    const wording = 'the ferry takes two hours from karsk to sund';
    expect(isAsSaid(alignTexts(wording, { text }))).toBe(false);
    expect(isAsSaid(alignTexts(wording, { text, wordings: [wording] }))).toBe(true);
  });
});

describe('a text has another order', () => {
  test.each([
    ['of names', 'the ferry moved from sund to karsk', 'The ferry moved from Karsk to Sund.'],
    ['of numbers', 'fines went from 25 to 40 cents', 'Fines went from 40 to 25 cents a day.'],
    ['of months', 'the fair moved from may to june', 'The fair of Brell moved from June to May.'],
    ['of both', 'in may 12 boats sank, in june 9', 'In June 9 boats sank, in May 12.'],
  ])('%s', (_, text, claim) => {
    expect(isAsSaid(alignTexts(text, { text: claim }))).toBe(false);
  });
});

describe('a text has a little word that the claim does not have', () => {
  test.each([
    ['the ferry of karsk did not sink', 'The ferry of Karsk sank.'],
    ['the ferry carries up to 40 cars', 'The ferry carries 40 cars.'],
    ['each of the ferries sank', 'The ferries sank.'],
  ])('%s', (text, claim) => {
    expect(isAsSaid(alignTexts(text, { text: claim }))).toBe(false);
  });
});
