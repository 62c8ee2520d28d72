import { describe, expect, test } from 'vitest';
import {
  asideFeatureNames,
  asideFeatures,
} from '../../../src/matching/alignment/aside-features.ts';
import { alignTexts } from '../../support/align-texts.ts';

type Name = (typeof asideFeatureNames)[number];

function asidesOf(text: string, claim: string): (name: Name) => number {
  const values = asideFeatures(alignTexts(text, { text: claim }));
  return (name) => values[asideFeatureNames.indexOf(name)] ?? Number.NaN;
}

const claim = 'The old harbour bridge closed to lorries.';

describe('what stands beside the claim’s words', () => {
  test('is told to those who listen, in a clause of its own', () => {
    const value = asidesOf('the old harbour bridge closed to lorries, change my mind', claim);
    expect(Math.expm1(value('wordsAfter'))).toBeCloseTo(3);
    expect([value('clausesAfter'), value('speaksAfter'), value('joinsAfter')]).toEqual([1, 1, 0]);
    expect([value('unpairedAside'), value('unpairedAmong')]).toEqual([2, 0]);
  });

  test('goes on with the statement, in the same clause', () => {
    const value = asidesOf(
      'the old harbour bridge closed to lorries because Holm sold 3 piers',
      claim,
    );
    expect([value('clausesAfter'), value('speaksAfter'), value('joinsAfter')]).toEqual([0, 0, 1]);
    expect([value('namesAfter'), value('numbersAfter')]).toEqual([1, 1]);
    expect(value('unpairedAside')).toBe(0);
    expect(value('unpairedAmong')).toBeGreaterThan(1);
  });

  test('comes before it', () => {
    const value = asidesOf('my neighbour swears: the old harbour bridge closed to lorries', claim);
    expect(Math.expm1(value('wordsBefore'))).toBeCloseTo(4);
    expect([value('clausesBefore'), value('speaksBefore')]).toEqual([1, 1]);
    expect([value('wordsAfter'), value('speaksAfter')]).toEqual([0, 0]);
  });
});

describe('how much is repeated word for word', () => {
  test.each([
    ['listen, the old harbour bridge closed to lorries', 1, 5 / 6],
    ['the old wooden harbour bridge closed to lorries', 4 / 5, 4 / 6],
    ['lorries closed the bridge harbour', 1 / 5, 1 / 4],
    ['nothing of it', 0, 0],
  ])('%s', (text, ofClaim, ofText) => {
    const value = asidesOf(text, claim);
    expect(value('claimRepeated')).toBeCloseTo(ofClaim);
    expect(value('textRepeated')).toBeCloseTo(ofText);
  });
});

test('a clause of the claim that the text leaves out as a whole is told from words missing in one that it has', () => {
  const long = 'The old harbour bridge closed to lorries, and ferries take them.';
  const without = asidesOf('the old harbour bridge closed to lorries', long);
  expect([without('missingAside'), without('missingAmong')]).toEqual([2, 0]);
  const among = asidesOf('the bridge closed to lorries and ferries take them', long);
  expect([among('missingAside'), among('missingAmong')]).toEqual([0, 2]);
});
