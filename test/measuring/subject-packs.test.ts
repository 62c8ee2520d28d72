import { expect, test } from 'vitest';
import { emptyLexicon } from '../../src/matching/index/lexicon.ts';
import { claimsToSubjectPackExamples } from '../../src/measuring/subject-packs.ts';

const deeds = 'toll bridge ferry market library fountain school harbour tower meadow'.split(' ');
const claims = deeds.flatMap((deed, at) => [
  {
    id: `ferris-${deed}`,
    text: `A ${deed}keeper told Mara Ferris about ${deed}s, ${deed}masters and ${at + 20} ${deed}men.`,
    title: `Did a ${deed}keeper tell Ferris about ${deed}men?`,
  },
  { id: `other-${deed}`, text: `The ${deed} of Oldport is closed.`, title: `Oldport's ${deed}` },
]);
const settings = { count: 3, claims: 6, outside: 3, weight: 0.5, seed: 1 };
const examples = claimsToSubjectPackExamples(claims, emptyLexicon, settings);

test('a pack holds claims about one subject only', () => {
  expect(new Set(examples.map(({ group }) => group))).toEqual(new Set(['Mara Ferris']));
  expect(new Set(examples.map(({ storeSize }) => storeSize))).toEqual(new Set([6]));
});

test('it is asked about its claims and about what it does not hold', () => {
  const answerable = examples.filter(({ answerable }) => answerable.some(({ isRight }) => isRight));
  expect(answerable.length).toBeGreaterThan(6);
  expect(examples.length - answerable.length).toBeGreaterThan(6);
});

test('the same seed gives the same examples', () => {
  expect(claimsToSubjectPackExamples(claims, emptyLexicon, settings)).toEqual(examples);
});
