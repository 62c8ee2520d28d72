import { describe, expect, test } from 'vitest';
import { differences } from './differences.ts';

const bail = 'Larry Krasner ran for district attorney on a promise to end cash bail.';
const record = 'Philadelphia set a new city record for homicides in 2021.';
const police = 'Larry Krasner is anti-police.';
const quote = 'Larry Krasner said it was unfair to keep people in jail.';
const money = 'George Soros gave Larry Krasner $1.45 million.';

describe('somebody or somewhere else is a difference', () => {
  test.each([
    [
      'Seth Williams ran for district attorney on a promise to end cash bail',
      bail,
      'name: Seth Williams ≠ Larry Krasner',
    ],
    [
      'seth williams ran for district attorney on a promise to end cash bail',
      bail,
      'name: seth williams ≠ Larry Krasner',
    ],
    [
      'Philadelphia Mayor Cherelle Parker is anti-police',
      police,
      'name: Cherelle Parker ≠ Larry Krasner',
    ],
    [
      'Seth Krasner ran for district attorney on a promise to end cash bail',
      bail,
      'name: Seth Krasner ≠ Larry Krasner',
    ],
    ['Chicago set a new city record for homicides in 2021', record, 'name: Chicago ≠ Philadelphia'],
    ['chicago set a homicide record in 2021', record, 'name: chicago ≠ Philadelphia'],
    [
      'los angeles set a new record for homicides in 2021',
      record,
      'name: los angeles ≠ Philadelphia',
    ],
    [
      'Police in Kenosha, Indiana, gave water to the teen',
      'Police in Kenosha, Wisconsin, gave water to the teen',
      'name: Indiana ≠ Wisconsin',
    ],
    [
      'Jim Kenney said it was unfair to keep people in jail',
      quote,
      'name: Jim Kenney ≠ Larry Krasner',
    ],
    [
      'michael bloomberg gave larry krasner $1.45 million',
      money,
      'name: michael bloomberg ≠ George Soros',
    ],
    [
      'Tora Sorn won the Brell marathon four times',
      'Juna Vey won the Brell marathon four times',
      'name: Tora Sorn ≠ Juna Vey',
    ],
    ['Lake Imber is the deepest lake', 'Lake Sund is the deepest lake', 'name: Imber ≠ Sund'],
  ])('%s', (asked, claim, difference) => {
    expect(differences(asked, claim)).toEqual([difference]);
  });
});

describe('the same name, otherwise written, is none', () => {
  test.each([
    ['krasner is anti police', police],
    ['larry krasnr is anti police', police],
    ['KRASNER IS ANTI POLICE', police],
    ['Krasners anti-police', police],
    ['philly set a homicide record in 2021', record],
    ['Britain left the Velm treaty in 2021', 'The UK left the Velm treaty in 2021.'],
    ['Cali set a homicide record in 2021', 'California set a homicide record in 2021.'],
    ['filadelphia set a homicide record in 2021', record],
    ['Philadelphia, Pennsylvania set a homicide record in 2021', record],
    ['sorros gave krasner 1.45 million', money],
    ['the FBI raided the office', 'The Federal Bureau of Investigation raided the office.'],
    ['the Federal Bureau of Investigation raided the office', 'The FBI raided the office.'],
  ])('%s', (asked, claim) => {
    expect(differences(asked, claim)).toEqual([]);
  });
});

describe('names left out or added are none', () => {
  test.each([
    ['the DA ran on a promise to end cash bail', bail],
    ['he is anti-police', police],
    ['who is anti-police?', police],
    ['My friend Bob Miller from Boston says Larry Krasner is anti-police', police],
    ['krasner, like Chesa Boudin, ran for district attorney on a promise to end cash bail', bail],
    ['Did homicides set a record in 2021?', record],
  ])('%s', (asked, claim) => {
    expect(differences(asked, claim)).toEqual([]);
  });

  test('who signed a pasted post has said it', () => {
    const claim = 'Donald Trump wrote that only the White House can get away with it.';
    const post =
      'Only the White House can get away with it, says Bob Woodward — Donald J. Trump (@realDonaldTrump) March 1, 2013';
    expect(differences(post, claim)).toEqual([]);
  });
});

describe('who did it to whom', () => {
  test.each([
    [
      'Krasner gave Soros $1.45 million',
      money,
      'role: Krasner gave Soros ≠ Soros gave Larry Krasner',
    ],
    [
      'Sorn beat Vey in the marathon',
      'Vey beat Sorn in the marathon',
      'role: Sorn beat Vey ≠ Vey beat Sorn',
    ],
    ['Vey was beaten by Sorn', 'Vey beat Sorn', 'role: Vey was beaten by Sorn ≠ Vey beat Sorn'],
    [
      'Mercury is hotter than Venus',
      'Venus is hotter than Mercury',
      'role: Mercury is hotter than Venus ≠ Venus is hotter than Mercury',
    ],
    [
      'The capital moved from Brell to Dunhaven',
      'The capital moved from Dunhaven to Brell',
      'role: from Brell to Dunhaven ≠ from Dunhaven to Brell',
    ],
  ])('%s', (asked, claim, difference) => {
    expect(differences(asked, claim)).toContain(difference);
  });

  test('the passive says the same', () => {
    expect(
      differences('Sorn was beaten by Vey in the marathon', 'Vey beat Sorn in the marathon'),
    ).toEqual([]);
  });
});

describe('another name in a text of another build', () => {
  test.each([
    ['Rossel and Kessel signed the tram contract', 'Imber and Kessel signed the tram contract.'],
    ['Odrin Vey Jr. said the bridge must fall', 'Juna Vey said the bridge must fall.'],
    [
      'Shell spokesman: the velm is not the only river with crabs',
      'Rossel spokesperson says the Velm is not the only river with crabs.',
    ],
    [
      'a primary school in San Diego made a pupil take off his tall red hat',
      'A school in Fresno made a pupil remove his tall red hat.',
    ],
  ])('%s', (asked, claim) => {
    expect(differences(asked, claim)).toEqual([expect.stringMatching(/^name: /)]);
  });

  test.each([
    ['storm durham, a nurse in virginia, was fired', 'Virginia Nurse Storm Durham Fired'],
    ['The bridge must fall. The builders of Brell agree.', 'Juna Vey said the bridge must fall.'],
    ['last year tora sorn told bakers to rest', 'Tora Sorn told bakers to rest.'],
  ])('%s: none', (asked, claim) => {
    expect(differences(asked, claim)).toEqual([]);
  });
});

test('a name cut short is the same name', () => {
  const claim = 'The cost of New Harland Superannuation is five percent of the budget.';
  expect(differences('NH Super costs 5% of the budget', claim)).toEqual([]);
});
