import { describe, expect, test } from 'vitest';
import { differences } from './differences.ts';

const share = 'Nearly 10% of the prosecutors were dismissed.';
const third = 'Up to one-third of the homicide prosecutors were dismissed.';
const times = 'Soros spent more than five times as much as Krasner spent himself.';

describe('a bound where the claim gives the number itself is a difference', () => {
  test.each([
    [
      'the firm fired more than 31 prosecutors',
      'The firm fired 31 prosecutors.',
      'more than 31 ≠ 31',
    ],
    [
      'does the bakery have fewer than seven shops',
      'The bakery has seven shops.',
      'fewer than seven ≠ seven',
    ],
    [
      'at least a third of the tenants are behind',
      'A third of the tenants are behind.',
      'at least a third ≠ A third',
    ],
    ['they spent more than 9 million', 'They spent 9 million.', 'more than 9 million ≠ 9 million'],
    [
      'they paid more than 9 million for it',
      'They paid 9 million for it.',
      'more than 9 million ≠ 9 million',
    ],
    ['the pool cost well over 9 million', 'The pool cost 9 million.', 'over 9 million ≠ 9 million'],
    ['didn’t the inn lose at least 12 rooms', 'The inn lost 12 rooms.', 'at least 12 ≠ 12'],
    ['el zoo tiene más de 31 monos', 'El zoo tiene 31 monos.', 'más de 31 ≠ 31'],
    ['der zoo hat weit über 31 affen', 'Der Zoo hat 31 Affen.', 'über 31 ≠ 31'],
    ['le zoo a au moins 31 singes', 'Le zoo a 31 singes.', 'au moins 31 ≠ 31'],
    ['o zoo tem menos de 31 macacos', 'O zoo tem 31 macacos.', 'menos de 31 ≠ 31'],
    // In Portuguese “no” is “in the”.
    ['vivem no zoo mais de 31 macacos', 'Vivem no zoo 31 macacos.', 'mais de 31 ≠ 31'],
  ])('“%s”', (asked, claim, told) => {
    expect(differences(asked, claim)).toEqual([`comparison: ${told}`]);
  });

  test.each([
    ['attendance went up to 4,600', 'Attendance rose to 4,600.'],
    ['the firm handed over 120 million', 'The firm paid 120 million.'],
    ['no room holds more than 30 people', 'Each room holds 30 people.'],
    ['are pickets at most ten people', 'A court limited the pickets to ten people.'],
    ['the firm fired over 30 prosecutors', 'The firm fired 31 prosecutors.'],
    ['the estate lies spread over two hills', 'The estate lies on two hills.'],
    ['rides are for 12+', 'Rides are open from the age of 12.'],
    ['rides are for children under 12', 'Rides are for children under the age of 12.'],
    ['entry is free for 60 euros or more', 'Entry is free from 60 euros.'],
    ['ningún piso admite más de 30 socios', 'Cada piso admite 30 socios.'],
    ['el hotel subió hasta 14 plantas', 'El hotel subió a 14 plantas.'],
    ['gratis con 35 euros o más', 'Gratis a partir de 35 euros.'],
    ['kein saal fasst mehr als 30 gäste', 'Jeder Saal fasst 30 Gäste.'],
    ['das hotel verfügt über 14 zimmer', 'Das Hotel hat 14 Zimmer.'],
    ['rodeln dürfen nur kinder mit mindestens 6 jahren', 'Rodeln dürfen Kinder ab 6 Jahren.'],
    ['aucun étage ne reçoit plus de 30 clients', 'Chaque étage reçoit 30 clients.'],
    ['gratuit pour 35 euros ou plus', 'Gratuit à partir de 35 euros.'],
    ['nenhum andar recebe mais de 30 sócios', 'Cada andar recebe 30 sócios.'],
    ['o hotel cresceu até 14 andares', 'O hotel cresceu para 14 andares.'],
  ])('and none in “%s”', (asked, claim) => {
    expect(differences(asked, claim)).toEqual([]);
  });
});

describe('a bound turned round is a difference', () => {
  test.each([
    [
      'more than 10% of the prosecutors were dismissed',
      share,
      'comparison: more than 10% ≠ Nearly 10%',
    ],
    [
      'soros spent less than five times as much as krasner',
      times,
      'comparison: less than five times ≠ more than five times',
    ],
    [
      'at least a third of the homicide prosecutors were dismissed',
      third,
      'comparison: at least a third ≠ Up to one-third',
    ],
  ])('%s', (asked, claim, difference) => {
    expect(differences(asked, claim)).toEqual([difference]);
  });

  test.each([
    ['10% of the prosecutors were dismissed', share],
    ['almost 10 percent of the prosecutors were dismissed', share],
    ['soros spent at least five times as much as krasner', times],
    ["the mill doesn't make above 300 loaves", 'The mill makes no more than 300 loaves.'],
    ["the mill doesn't ask for up to 300 loaves", 'The mill does not ask for up to 300 loaves.'],
  ])('%s is none', (asked, claim) => {
    expect(differences(asked, claim)).toEqual([]);
  });
});
