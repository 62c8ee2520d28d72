import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/matching/differences/compare.ts';

const facts = [
  {
    claim: 'Halden beat Corvo in the 2022 final.',
    same: 'corvo lost to halden in the 2022 final',
    turned: ['halden lost to corvo in the 2022 final', 'corvo beat halden in the 2022 final'],
  },
  {
    claim: 'Anna Kessler sold the bakery to Milo Trent.',
    same: 'milo trent bought the bakery from anna kessler',
    turned: [
      'anna kessler bought the bakery from milo trent',
      'milo trent sold the bakery to kessler',
    ],
  },
  {
    claim: 'Norvik lent Delmo two million crowns.',
    same: 'delmo borrowed two million crowns from norvik',
    turned: ['norvik borrowed two million crowns from delmo'],
  },
  {
    claim: 'Lena Fox is older than Omar Diaz.',
    same: 'omar diaz is younger than lena fox',
    turned: ['lena fox is younger than omar diaz', 'omar diaz is older than lena fox'],
  },
  {
    claim: 'The Karsk ferry has fewer seats than the Sund ferry.',
    same: 'the sund ferry has more seats than the karsk ferry',
    turned: ['the karsk ferry has more seats than the sund ferry'],
  },
  {
    claim: 'The fair in Brell came before the fair in Osk.',
    same: 'the fair in osk came after the fair in brell',
    turned: ['the fair in brell came after the fair in osk'],
  },
];

describe('who did it to whom, told from the other side, is the same', () => {
  test.each(facts)('$same', ({ claim, same }) => {
    expect(compare(same, { id: 'claim', text: claim })).toEqual([]);
  });
});

describe('one of both turned round is a difference', () => {
  test.each(facts.flatMap(({ claim, turned }) => turned.map((text) => ({ claim, text }))))(
    '$text',
    ({ claim, text }) => {
      expect(compare(text, { id: 'claim', text: claim })).not.toEqual([]);
    },
  );
});

test.each([
  ['the mayor of brell opposed the governor', 'The governor supported the mayor of Brell.'],
  [
    'the trains have 20 seats more than the buses',
    'The trains have 20 seats fewer than the buses.',
  ],
])('what excludes each other from whatever side stays a difference: %s', (text, claim) => {
  expect(compare(text, { id: 'claim', text: claim })).not.toEqual([]);
});
