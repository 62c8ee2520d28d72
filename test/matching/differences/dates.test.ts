import { describe, expect, test } from 'vitest';
import { differences } from './differences.ts';

const memo = 'In March 2018 Larry Krasner told prosecutors to offer shorter sentences.';
const speech = 'On December 3, 2021 Larry Krasner said there was no crisis.';
const undated = 'Larry Krasner said there was no crisis of crime.';

describe('another date is a difference', () => {
  test.each([
    [
      'In 2019 Krasner told prosecutors to offer shorter sentences',
      memo,
      'date: 2019 ≠ March 2018',
    ],
    [
      'in february 2018 krasner told prosecutors to offer shorter sentences',
      memo,
      'date: february 2018 ≠ March 2018',
    ],
    [
      'krasner told prosecutors in Feb. 2018 to offer shorter sentences',
      memo,
      'date: Feb. 2018 ≠ March 2018',
    ],
    [
      'on 4 Dec 2021 krasner said there was no crisis',
      speech,
      'date: 4 Dec 2021 ≠ December 3, 2021',
    ],
    [
      'krasner said on 2021-11-03 that there was no crisis',
      speech,
      'date: 2021-11-03 ≠ December 3, 2021',
    ],
    [
      'krasner told prosecutors in the 1990s to offer shorter sentences',
      memo,
      'date: 1990s ≠ March 2018',
    ],
    [
      "krasner told prosecutors back in '19 to offer shorter sentences",
      memo,
      "date: '19 ≠ March 2018",
    ],
    [
      'krasner told prosecutors in the third quarter of 2018 to offer shorter sentences',
      memo,
      'date: third quarter of 2018 ≠ March 2018',
    ],
    ['Krasner said in 2025 that there was no crisis of crime', undated, 'date: 2025 ≠ '],
  ])('%s', (asked, claim, difference) => {
    expect(differences(asked, claim)).toEqual([difference]);
  });
});

describe('the same or a vaguer date is none', () => {
  test.each([
    ['on Dec 3 2021 krasner said there was no crisis', speech],
    ['krasner said on 3 Dec 2021 there was no crisis', speech],
    ['krasner 2021-12-03 no crisis', { text: speech, wordings: ['krasner no crisis'] }],
    ['krasner said there was no crisis, december 2021', speech],
    ['in 2018 krasner told prosecutors to offer shorter sentences', memo],
    ['in early 2018, Q1 2018, krasner told prosecutors to offer shorter sentences', memo],
    ['in mar 18 krasner told prosecutors to offer shorter sentences', memo],
    ['last year krasner told prosecutors to offer shorter sentences', memo],
    ['krasner told prosecutors in march to offer shorter sentences', memo],
    ['krasner may march prosecutors to offer shorter sentences', memo],
    ['when did krasner tell prosecutors to offer shorter sentences?', memo],
  ])('%s', (asked, claim) => {
    expect(differences(asked, claim)).toEqual([]);
  });

  test('the date under a pasted post is when it was posted', () => {
    const post = `${undated} — Some Person (@someperson) February 25, 2016`;
    expect(differences(post, undated)).toEqual([]);
  });

  test('a later month contradicts even where another wording names only the year', () => {
    const claim = { text: memo, wordings: ['krasner shorter sentences 2018'] };
    expect(
      differences('krasner told prosecutors in june 2018 to offer shorter sentences', claim),
    ).toEqual(['date: june 2018 ≠ March 2018']);
  });
});
