import { describe, expect, test } from 'vitest';
import { differences } from './differences.ts';

describe('the opposite direction is a difference', () => {
  test.each([
    ['Homicides fell by 10% in Brell', 'Homicides rose by 10% in Brell', 'direction: fell ≠ rose'],
    ['krasner hired 31 prosecutors', 'Krasner fired 31 prosecutors', 'direction: hired ≠ fired'],
    [
      'krasner opposes black lives matter',
      'Krasner supports Black Lives Matter',
      'direction: opposes ≠ supports',
    ],
    [
      'longer sentences in plea deals',
      'Krasner told prosecutors to offer shorter sentences in plea deals',
      'direction: longer ≠ shorter',
    ],
    [
      'the last unit of its kind in the country',
      'The unit was the first of its kind in the country',
      'direction: last ≠ first',
    ],
    [
      'more than three convictions or fewer? sex workers with more than three convictions',
      'Sex workers with fewer than three convictions are not charged',
      'comparison: more than three ≠ fewer than three',
    ],
    [
      'fishing is allowed in lake sund',
      'Fishing is banned in Lake Sund',
      'direction: allowed ≠ banned',
    ],
    [
      'the jury acquitted the mayor of fraud',
      'The jury convicted the mayor of fraud',
      'direction: acquitted ≠ convicted',
    ],
    [
      'the price of bread has gone down in brell',
      'The price of bread has gone up in Brell.',
      'direction: down ≠ up',
    ],
    [
      'the lawyer says my plan is a bread tax hike',
      'The lawyer says my plan is a bread tax cut.',
      'direction: hike ≠ cut',
    ],
    [
      'orrelia won the cup final of 1974',
      {
        text: 'Orrelia lost the cup final of 1974',
        wordings: ['marland beat orrelia in the cup final'],
      },
      'direction: won ≠ lost',
    ],
  ])('%s', (asked, claim, difference) => {
    expect(differences(asked, claim)).toContain(difference);
  });

  test.each([
    ['is that legal? it is not legal to fish in lake sund', 'It is illegal to fish in Lake Sund'],
    ['they shut down the trams in brell', 'Brell gave up its trams.'],
    ['homicides increased by 10% in brell', 'Homicides rose by 10% in Brell'],
    [
      'I moved up and down the road before reading that homicides rose by 10% in Brell',
      'Homicides rose by 10% in Brell',
    ],
  ])('%s: none', (asked, claim) => {
    expect(differences(asked, claim)).toEqual([]);
  });
});

describe('another thing of the same sort is a difference', () => {
  test.each([
    ['Krasner fired 31 judges', 'Krasner fired 31 prosecutors', 'object: judges ≠ prosecutors'],
    [
      'a third of the homicide detectives were dismissed',
      'A third of the homicide prosecutors were dismissed',
      'object: detectives ≠ prosecutors',
    ],
    [
      'charges for heroin possession were dropped',
      'Charges for marijuana possession were dropped',
      'object: heroin ≠ marijuana',
    ],
    [
      'kessel cheese is made from sheep milk',
      'Kessel cheese is made from goat milk',
      'object: sheep ≠ goat',
    ],
  ])('%s', (asked, claim, difference) => {
    expect(differences(asked, claim)).toEqual([difference]);
  });
});

describe('how much of a whole', () => {
  test.each([
    [
      'krasner ended cash bail for all crimes',
      'Krasner ended cash bail for some crimes',
      'quantifier: all ≠ some',
    ],
    [
      'some trams in brell are electric',
      'All trams in Brell are electric.',
      'quantifier: some ≠ All',
    ],
  ])('%s', (asked, claim, difference) => {
    expect(differences(asked, claim)).toContain(difference);
  });

  test('an all-time record is no quantity', () => {
    expect(
      differences('an all time homicide record', {
        text: 'A homicide record was set',
        wordings: ['most homicides on record'],
      }),
    ).toEqual([]);
  });
});
