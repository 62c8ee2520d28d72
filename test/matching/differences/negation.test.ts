import { describe, expect, test } from 'vitest';
import { differences } from './differences.ts';

const fired = 'Larry Krasner fired 31 prosecutors in his first week.';
const quote = 'Larry Krasner said, "We don\'t have a crisis of crime."';
const honey = 'Honey never spoils.';
const bail = { text: 'Larry Krasner ended cash bail.', wordings: ['krasner no cash bail'] };

describe('a denial is a difference', () => {
  test.each([
    ['Krasner did not fire 31 prosecutors', fired],
    ["Krasner didn't fire 31 prosecutors in his first week", fired],
    ['krasner never fired prosecutors in his first week', fired],
    ['Krasner denied that he fired 31 prosecutors', fired],
    ["It's false that Krasner fired 31 prosecutors", fired],
    ['it is not true that krasner fired 31 prosecutors', fired],
    ['Krasner fired 31 prosecutors is a lie', fired],
    ['krasner fired no prosecutors in his first week', fired],
    ["why didn't krasner fire 31 prosecutors", fired],
    ['Krasner failed to fire 31 prosecutors', fired],
    ["Krasner didn't say there is no crisis of crime", quote],
    ['krasner said we have a crisis of crime', quote],
    ['krasner firing 31 prosecutors never happened', fired],
    ['there is no evidence that krasner fired 31 prosecutors', fired],
    ['honey spoils', honey],
    ['It is not true that honey never spoils', honey],
  ])('%s', (asked, claim) => {
    expect(differences(asked, claim)).toEqual([expect.stringMatching(/^negation: /)]);
  });

  test('shows the words on both sides', () => {
    expect(differences('Krasner never fired 31 prosecutors', fired)).toEqual([
      'negation: never fired ≠ fired',
    ]);
    expect(differences('honey spoils', honey)).toEqual(['negation: spoils ≠ never spoils']);
    expect(
      differences(
        'mayor tolla never promised to build a second bridge',
        'Mayor Tolla promised to build a second bridge.',
      ),
    ).toEqual(['negation: never promised ≠ promised']);
  });
});

describe('a question is no denial', () => {
  test.each([
    ["didn't krasner fire 31 prosecutors", fired],
    ["Krasner fired 31 prosecutors, didn't he?", fired],
    ["isn't it true that krasner fired 31 prosecutors", fired],
    ['krasner fired 31 prosecutors, true or false', fired],
    ['krasner fired 31 prosecutors, right? no?', fired],
    ['krasner fired 31 prosecutors or not', fired],
    ["isn't krasner the one who fired 31 prosecutors?", fired],
    ['did krasner fire 31 prosecutors? fake or real', fired],
    ["krasner fired 31 prosecutors can't believe it", fired],
    ['No way. Krasner fired 31 prosecutors', fired],
    ["not sure if it's true but krasner fired 31 prosecutors", fired],
    ["my uncle won't stop saying krasner fired 31 prosecutors", fired],
  ])('%s', (asked, claim) => {
    expect(differences(asked, claim)).toEqual([]);
  });
});

describe('the same denial in other words is none', () => {
  test.each([
    ['krasner said there is no crisis of crime', quote],
    ['did krasner say we dont have a crisis of crime', quote],
    ["honey doesn't spoil", honey],
    ['it is not false that krasner fired 31 prosecutors', fired],
    ['krasner abolished cash bail', bail],
    ['no cash bail under krasner', bail],
    ['No lake is deeper than Sund.', 'Sund is the deepest lake.'],
    [
      'No more charges for marijuana possession',
      'Charges would no longer be pursued for marijuana possession.',
    ],
  ])('%s', (asked, claim) => {
    expect(differences(asked, claim)).toEqual([]);
  });

  test.each([
    ['the rossel company paid zero tolls in 2018', 'The Rossel company paid no tolls in 2018.'],
    ['there is 0 chance of snow in brell', 'There is "zero" chance of snow in Brell.'],
    ["bakers would pay nothing under tolla's plan", "Tolla's plan would cost bakers nothing."],
    [
      'no staff of this brell bakery had fallen ill, the bakery said',
      'The Brell bakery said no workers had fallen ill.',
    ],
    [
      "osk didn't vote for the bread tax, he voted for a loan",
      'Osk voted for a loan, not the bread tax.',
    ],
    ['the picture is from dunhaven rather than brell', 'The picture is from Dunhaven, not Brell.'],
    [
      'no evidence backs the claim that osk fell ill',
      'There is no evidence to support the claim that Osk fell ill.',
    ],
    [
      "my view of the bread tax hasn't changed, nor of anything else about bread",
      '"I have not changed my view of the bread tax or anything else about bread."',
    ],
    [
      'ferries no longer carry trucks with fewer than six wheels',
      'No longer do ferries carry trucks with fewer than six wheels.',
    ],
  ])('%s, however it is put', (asked, claim) => {
    expect(differences(asked, claim)).toEqual([]);
  });

  test.each([
    [
      'swimmers have plenty to fear from the velm',
      'Swimmers have nothing whatsoever to fear from the Velm.',
    ],
    [
      'the advice is to wake anybody who walks in their sleep',
      'The advice is not to wake anybody who walks in their sleep.',
    ],
    [
      'tolla never told the court that the trams were late',
      'Tolla told the court that the trams were late.',
    ],
    [
      'osk did not say bakers should not choose to be farmers',
      'Osk said bakers should not choose to be farmers.',
    ],
  ])('but %s is the opposite', (asked, claim) => {
    expect(differences(asked, claim)).toEqual([expect.stringMatching(/^negation: /)]);
  });

  test('a verdict in the title is not what the claim says', () => {
    const claim = {
      text: 'A photo shows a baby shark.',
      title: 'No, Photo Does Not Show Baby Shark',
    };
    expect(differences('photo shows a baby shark', claim)).toEqual([]);
    expect(differences('the photo does not show a baby shark', claim)).toHaveLength(1);
  });
});

describe('denials that deny less, or nothing', () => {
  test.each([
    [
      'no cash bail for shoplifters in brell',
      'The judge told her clerks to stop asking for cash bail for shoplifters.',
    ],
    [
      'the mayor says its not fair to fine beggars',
      'The mayor said it was unfair to fine beggars.',
    ],
    ["there's no denying the tower leans", 'The tower leans.'],
    [
      'the clerk doesnt want to fine real vandals',
      "Juna Vey looked for 'excuses' not to fine 'real vandals'.",
    ],
  ])('“%s” says what the claim says', (asked, claim) => {
    expect(differences(asked, claim)).toEqual([]);
  });

  test('“no” denies what it stands before', () => {
    expect(
      differences('there is no cash bail in brell', 'There is cash bail in Brell.'),
    ).not.toEqual([]);
  });
});
