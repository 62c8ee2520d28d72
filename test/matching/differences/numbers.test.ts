import { describe, expect, test } from 'vitest';
import { differences } from './differences.ts';

const homicides = 'Philadelphia recorded 562 homicides in 2021.';
const soros = "George Soros put $1.45 million into backing Larry Krasner's 2017 run.";
const share = 'Nearly 10% of the prosecutors were dismissed.';
const third = 'Up to one-third of the homicide prosecutors were dismissed.';
const times = 'Soros spent more than five times as much as Krasner spent himself.';
const fired = 'Larry Krasner fired 31 prosecutors in his first week in office.';

describe('another number is a difference', () => {
  test.each([
    ['Philadelphia recorded 526 homicides in 2021.', homicides, 'number: 526 ≠ 562'],
    ['philly had five hundred homicides in 2021', homicides, 'number: five hundred ≠ 562'],
    ['soros put 1.54m behind krasner', soros, 'number: 1.54m ≠ $1.45 million'],
    ['soros put $1.45 billion behind krasner', soros, 'number: $1.45 billion ≠ $1.45 million'],
    ['25% of the prosecutors were dismissed', share, 'number: 25% ≠ 10%'],
    ['half of the prosecutors were dismissed', share, 'number: half ≠ 10%'],
    [
      'two-thirds of the homicide prosecutors were dismissed',
      third,
      'number: two-thirds ≠ one-third',
    ],
    ['soros spent ten times as much as krasner himself', times, 'number: ten times ≠ five times'],
    ['krasner fired 13 prosecutors', fired, 'number: 13 ≠ 31'],
    [
      'krasner fired 17 prosecutors',
      'Larry Krasner fired 31 prosecutors in 2017.',
      'number: 17 ≠ 31',
    ],
    ['krasner fired 310 prosecutors in week one', fired, 'number: 310 ≠ 31'],
    [
      'Goldfish remember for three months.',
      'Goldfish remember for three seconds.',
      'number: three months ≠ three seconds',
    ],
    [
      '40 % of the prosecutors were dismissed',
      'Some 60 % of the prosecutors were dismissed.',
      'number: 40 % ≠ 60 %',
    ],
    [
      'singers are at least 18 years old',
      'Singers are at least 16 years old.',
      'number: 18 years ≠ 16 years',
    ],
    [
      'der ofen wird bis zu 900 grad heiß',
      'Der Ofen wird bis zu 1.000 Grad heiß.',
      'number: 900 grad ≠ 1.000 Grad',
    ],
    [
      'the fir is about 98 metres high',
      'The fir is about 110 metres high.',
      'number: 98 metres ≠ 110 metres',
    ],
    ['the shop closes at 9pm', 'The shop closes at 10 pm.', 'number: 9pm ≠ 10 pm'],
    [
      'a daily dose for children is 15mg',
      'A daily dose for children is 1.5 mg.',
      'number: 15mg ≠ 1.5 mg',
    ],
    [
      'a night ride to brell costs 3 euros',
      'A night ride to Brell costs £3.',
      'number: 3 euros ≠ £3',
    ],
    [
      'halvorn sold two hundred and fifty barrels',
      'Halvorn sold 205 barrels.',
      'number: two hundred and fifty ≠ 205',
    ],
  ])('%s', (asked, claim, difference) => {
    expect(differences(asked, claim)).toEqual([difference]);
  });
});

describe('so many are no share of as many in a hundred', () => {
  test.each([
    [
      'the firm fired 31 prosecutors',
      'The firm fired 31 percent of the prosecutors.',
      '31 ≠ 31 percent',
    ],
    ['22 % of tram drivers are ill', '22 tram drivers are ill.', '22 % ≠ 22'],
    ['der betrieb entließ 31 fahrer', 'Der Betrieb entließ 31 % der Fahrer.', '31 ≠ 31 %'],
    ['cerraron 14 tiendas', 'Cerraron el 14 % de las tiendas.', '14 ≠ 14 %'],
    ['ils ont vendu 14 barques', 'Ils ont vendu 14 % des barques.', '14 ≠ 14 %'],
    ['fecharam 14 lojas', 'Fecharam 14 % das lojas.', '14 ≠ 14 %'],
  ])('“%s”', (asked, claim, told) => {
    expect(differences(asked, claim)).toEqual([`number: ${told}`]);
  });

  test.each([
    ['31 of the prosecutors were fired', 'They fired 31 percent of the prosecutors.'],
    ['is it 31 or more, of prosecutors', 'They fired 31 percent of the prosecutors.'],
    ['22 in a hundred drivers are ill', '22 percent of drivers are ill.'],
    ['51 fans trust 49 brewer', 'The fans own 51 percent, the brewer 49.'],
  ])('but “%s” may be one', (asked, claim) => {
    expect(differences(asked, claim)).not.toContainEqual(
      expect.stringMatching(/^number: \d+ ≠ \d/),
    );
  });
});

test('a share that nobody spoke of is a difference', () => {
  expect(
    differences('half of the 400 farms in Kessel are empty', 'The 400 farms in Kessel are empty.'),
  ).toEqual([expect.stringMatching(/^number: half/)]);
});

describe('one number has many spellings', () => {
  test.each([
    '$1.45M',
    '1.45 million dollars',
    '1,450,000',
    '1.45m',
    '1.45 mil',
    '$1,450,000',
    '1.45 milion',
    'USD 1.45 million',
  ])('%s is $1.45 million', (amount) => {
    expect(differences(`did soros put ${amount} into krasner's run`, soros)).toEqual([]);
  });

  test.each(['a third', '1/3', 'one third', 'a 3rd', '33%', '33 percent', 'one in three'])(
    '%s is one-third',
    (part) => {
      expect(differences(`${part} of the homicide prosecutors were dismissed`, third)).toEqual([]);
    },
  );

  test.each(['31', 'thirty-one', 'thirty one', '31 of the'])('%s is 31', (number) => {
    expect(differences(`krasner fired ${number} prosecutors`, fired)).toEqual([]);
  });

  test.each(['five times', '5 times', '5x', 'more than five times'])(
    '%s is five times',
    (factor) => {
      expect(differences(`soros spent ${factor} as much as krasner himself`, times)).toEqual([]);
    },
  );
});

describe('one number, said with other words', () => {
  test.each([
    ['half a billion litres flow through the velm', 'Half a billion litres flow through the Velm.'],
    ['did half a million people ride the trams', '500,000 people rode the trams.'],
    [
      'the show returns for season 6, its author said',
      'The author said the show returns for a sixth season.',
    ],
    ['nine of 71 routes were dropped', 'Nine of the 71 routes were dropped.'],
    ['more than nine in ten pupils passed', '91 percent of the pupils passed.'],
    ['can my 10 year old ride the bus for free', 'Children under 12 years ride the bus for free.'],
    ['pupils lost in fall 24', 'Pupils lost in 2024.'],
    ['the bakery lost nearly a third of its shops', 'The bakery lost 31 percent of its shops.'],
    ['the mill talk, sept 12', 'The talk at the mill was on 12 September 2024.'],
  ])('%s', (asked, claim) => {
    expect(differences(asked, claim)).toEqual([]);
  });

  test('a bound may have a word between it and the number', () => {
    expect(
      differences(
        'bakers pay tax if they earn less than 300',
        'Bakers pay tax if they earn more than just 300.',
      ),
    ).toEqual(['comparison: less than 300 ≠ more than just 300']);
  });
});

describe('no difference', () => {
  test.each([
    [
      'a share of something else in a long sentence',
      'Rents went up by 40 percent since the prosecutors moved there, our street changed and my friends left town',
      share,
    ],
    ['a question that leaves the number open', 'how many homicides in 2021?', homicides],
    [
      'an amount in another wording',
      'soros put about 1.5 million behind krasner',
      { text: soros, wordings: ['1.5 million from soros'] },
    ],
    [
      'a share of what the claim says most of',
      '60% of the trams in brell are late',
      'Most trams in Brell are late.',
    ],
    ['a year is no amount', 'philadelphia recorded 562 homicides in 2021', homicides],
    ['"one" as a pronoun', 'is that one about 562 homicides in philadelphia', homicides],
    [
      'numbers about something else in a long post',
      `My dad moved there 40 years ago with 3 kids. ${homicides}`,
      homicides,
    ],
  ])('%s', (_, asked, claim) => {
    expect(differences(asked, claim)).toEqual([]);
  });
});

describe('numbers said another way', () => {
  test.each([
    [
      'the mill made 7000 barrels in the first half of 2016',
      'The mill made 7,000 barrels during the first six months of 2016.',
    ],
    [
      'drivers were told to have no more than 4 pints',
      'Drivers were advised not to drink more than four pints.',
    ],
  ])('“%s” says the same as the claim', (asked, text) => {
    expect(differences(asked, text)).toEqual([]);
  });

  test('a limit is another than what lies above it', () => {
    const claim = 'Drivers were advised not to drink more than four pints.';
    expect(differences('drivers were advised to drink more than four pints', claim)).not.toEqual(
      [],
    );
  });
});
