import { expect, test } from 'vitest';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { countCalls } from '../../support/count-calls.ts';

const claims = [
  { id: 'fired', text: 'Larry Krasner fired 31 prosecutors in his first week in office.' },
  { id: 'raised', text: 'The council of Brell raised the price of a bus ticket to three crowns.' },
];

test('how near a claim comes is worked out only where it is not the answer', () => {
  const matcher = createMatcher(claims);
  const texts = [
    'Larry Krasner fired 31 prosecutors in his first week in office.',
    'what did larry krasner say to prosecutors about the weather',
  ];
  const outcomes = texts.map((text) => matcher.match(text).outcome);
  expect(outcomes).toEqual(['match', 'none']);
  const [answered = 0, silent = 0] = countCalls('/src/matching/outcome/trees.ts', texts, (text) =>
    matcher.match(text),
  );
  expect(answered).toBeGreaterThan(0);
  // Twice as many trees, which ask for a few other features.
  expect(silent).toBeGreaterThan(1.9 * answered);
});
