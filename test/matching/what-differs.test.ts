import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../src/matching/create-matcher.ts';

/** What a text says otherwise than a claim, as a matcher of that claim among others tells it. */
function differing(asked: string, claim: string): readonly string[] {
  const { match } = createMatcher([
    { id: 'claim', text: claim },
    { id: 'toll', text: 'The harbour toll of Dunhaven was doubled.' },
    { id: 'lido', text: 'The Lido swimming pool was sold.' },
  ]);
  const { ranking, differences } = match(asked);
  expect(ranking[0]?.id).toBe('claim');
  return differences.map(({ kind, asked, checked }) => `${kind}: ${asked} ≠ ${checked}`);
}

const fired = 'Mara Ferris fired 31 wardens in her first week in office.';
const floods = 'Saltmarsh recorded 562 floods in 2021.';
const noCrisis = 'On December 3, 2021 Larry Krasner said there was no crisis.';
const firm = 'Mara Ferris formerly had a law firm with her brother.';

describe('a detail that differs', () => {
  test('does not make a short sentence less like its claim', () => {
    expect(differing('Chesa Brindle fired wardens over stolen bread', fired)).toEqual([
      'name: Chesa Brindle ≠ Mara Ferris',
    ]);
  });

  test('beside more than three others is left out', () => {
    const asked = 'osk gave 12 ferries, 7 boats, 9 trams, 3 schools and 6 bridges to brell';
    const claim = 'Osk gave 31 ferries, 8 boats, 5 trams, 11 schools and 14 bridges to Brell.';
    expect(differing(asked, claim)).toEqual([
      'number: 12 ≠ 31',
      'number: 7 ≠ 8',
      'number: 9 ≠ 5',
      'number: 3 ≠ 11',
    ]);
  });
});

describe('“about”', () => {
  test('allows what rounding hides', () => {
    expect(differing('about 550 floods in saltmarsh in 2021', floods)).toEqual([]);
  });

  test('allows no more', () => {
    expect(differing('about 500 floods in saltmarsh in 2021', floods)).toEqual([
      'number: 500 ≠ 562',
    ]);
  });
});

test.each(['3/12/2021', '12/3/2021'])(
  '%s is a day in December to some and in March to others',
  (day) => {
    expect(differing(`krasner said on ${day} that there was no crisis`, noCrisis)).toEqual([]);
  },
);

test('who is named at the end of a sentence is not who did it', () => {
  const asked = '31 wardens were fired in her first week, according to the newspaper';
  expect(differing(asked, fired)).toEqual([]);
});

test('a present tense late in a sentence does not say that a thing of the past goes on', () => {
  const asked = 'her brother and Ferris in the law firm that she still has';
  expect(differing(asked, firm)).toEqual([]);
});

test('what a verb in the passive turns round is no other order', () => {
  expect(differing("osk's book was written about tolla", "tolla wrote about osk's book")).toEqual(
    [],
  );
});

test('a text that would be either of two claims but for a detail is answered with neither', () => {
  const { match } = createMatcher([
    { id: 'more', text: floods },
    { id: 'fewer', text: 'Saltmarsh recorded 499 floods in 2020.' },
    { id: 'fired', text: fired },
    { id: 'promise', text: 'Mara Ferris promised to end the harbour toll.' },
    { id: 'built', text: 'The Saltmarsh ferry was built in Oldport.' },
    { id: 'painted', text: 'The Saltmarsh ferry was painted in Karsk.' },
  ]);
  expect(match('saltmarsh recorded 362 floods').outcome).not.toBe('match');
});
