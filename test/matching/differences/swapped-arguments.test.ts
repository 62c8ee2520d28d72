import { describe, expect, test } from 'vitest';
import { differences } from './differences.ts';

describe('two parties that have changed places are a difference', () => {
  test.each([
    [
      'more bakers than teachers ride the trams of brell',
      'More teachers than bakers ride the trams of Brell.',
    ],
    [
      'rents tripled under tolla and doubled under osk',
      'Rents doubled under Tolla, tripled under Osk.',
    ],
    ['a goat bit the mayor of dunhaven', 'The mayor of Dunhaven bit a goat.'],
    ['Odrin says Ilsa calls the tram tax a model', 'Ilsa says Odrin calls the tram tax a model.'],
    [
      'a ferry company that moved abroad gave $3,000 to the harbour fund osk set up',
      'Osk set up a harbour fund that gave $3,000 to a ferry company that moved abroad.',
    ],
    [
      'the tax would raise prices in dunhaven and cut prices for brell',
      'The tax would cut fares in Dunhaven and raise prices for Brell.',
    ],
    ['did the rossel company sue the city of brell', 'The city of Brell sued the Rossel company.'],
  ])('%s', (asked, claim) => {
    expect(differences(asked, claim)).not.toEqual([]);
  });

  test.each([
    ['the mayor of dunhaven was bitten by a goat', 'A goat bit the mayor of Dunhaven.'],
    ["orrelia's deepest lake is lake sund", 'Lake Sund is the deepest lake in Orrelia.'],
    ['photo shows karsk, sund and brell', 'A photo shows Brell, Sund, and Karsk.'],
    ['in 1974 marland beat orrelia in the final', 'Marland beat Orrelia in the final of 1974.'],
    ['trams and ferries are free in brell', 'Ferries and trams are free in Brell.'],
    [
      'the highest rate of twins in orrelia is among the velmers',
      "The Velmers have Orrelia's highest rate of twins.",
    ],
    [
      'because the flour was bad the bakery closed in march',
      'The bakery closed in March because the flour was bad.',
    ],
  ])('%s: only another order', (asked, claim) => {
    expect(differences(asked, claim)).toEqual([]);
  });
});

describe('the other side of a preposition is a difference', () => {
  test.each([
    [
      'the reform lifted thousands out of poverty',
      'The reform pushed thousands into poverty.',
      'direction: out of poverty ≠ into poverty',
    ],
    [
      'osk spoke for the tram contract',
      'Osk spoke against the tram contract.',
      'direction: for the tram ≠ against the tram',
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
  ])('%s', (asked, claim, difference) => {
    expect(differences(asked, claim)).toContain(difference);
  });

  test.each([
    ['the river flows from karsk to brell', 'The river flows to Brell from Karsk.'],
    ['they shut down the trams in brell', 'Brell gave up its trams.'],
  ])('%s: none', (asked, claim) => {
    expect(differences(asked, claim)).toEqual([]);
  });
});

describe('a part for the whole is a difference', () => {
  test.each([
    [
      'most trams in brell are late',
      'Only 18 percent of trams in Brell are late.',
      'most ≠ 18 percent',
    ],
    ['all bakers of orrelia smoke', 'One in three bakers of Orrelia smokes.', 'all ≠ One in three'],
    [
      'half the mountains of orrelia are bare',
      'Every mountain of Orrelia is bare.',
      'half ≠ Every',
    ],
    ['few seats in the stadium were taken', '80% of seats in the stadium were taken.', 'few ≠ 80%'],
  ])('%s', (asked, claim, difference) => {
    expect(differences(asked, claim)).toEqual([`quantifier: ${difference}`]);
  });

  test('so is a share that nobody spoke of', () => {
    expect(
      differences(
        'half of the 400 farms in Kessel are empty',
        'The 400 farms in Kessel are empty.',
      ),
    ).toEqual([expect.stringMatching(/^number: half/)]);
  });

  test.each([
    ['most bakers of orrelia smoke', 'Two thirds of the bakers of Orrelia smoke.'],
    ['60% of the trams in brell are late', 'Most trams in Brell are late.'],
  ])('%s: fits', (asked, claim) => {
    expect(differences(asked, claim)).toEqual([]);
  });
});

describe('a rank', () => {
  test.each([
    ['brell was the second city to ban cars', 'Brell was the first city to ban cars.'],
    ['karsk is the highest mountain', 'Karsk is the second highest mountain.'],
    ['olm was one of the few swimmers who came back', 'Olm was the only swimmer who came back.'],
  ])('%s', (asked, claim) => {
    expect(differences(asked, claim)).toEqual([expect.stringMatching(/^quantifier: /)]);
  });
});
