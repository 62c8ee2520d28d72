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
    ['the river flows from karsk to brell', 'The river flows to Brell from Karsk.'],
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
