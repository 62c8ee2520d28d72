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

const facts = [
  { id: 'tram', text: 'El tranvía 4 llega al hospital comarcal desde abril de 2025.' },
  { id: 'mill', text: 'La diputación pagará la reparación del molino viejo.' },
  { id: 'manager', text: 'The library manager earns 51,000 crowns a year.' },
  { id: 'rescue', text: 'Climbers without a guide pay 300 crowns for a rescue.' },
  { id: 'depot', text: 'The depot of the tram moved from Karsk to Sund in 2020.' },
];

test.each([
  ['tram', 'el tranvía 4 llega al hospital comarcal desde abril de 2025'],
  ['mill', 'la diputación pagará la reparación del molino viejo'],
  ['manager', 'the library manager earns fifty one thousand crowns a year'],
  ['rescue', 'climbers without guide pay the 300 crowns for rescue'],
  ['depot', 'the depot of the tram moved from karsk to sund in 2020'],
])('the words of %s are answered with it, however numbers and articles are put', (id, text) => {
  const { outcome, ranking, differences } = createMatcher(facts).match(text);
  expect([outcome, ranking[0]?.id, differences]).toEqual(['match', id, []]);
});

test.each([
  ['el tranvía 4 ya no llega al hospital comarcal desde abril de 2025'],
  ['la diputación no pagará la reparación del molino viejo'],
  ['the library manager earns over 51,000 crowns a year'],
  ['the depot of the tram moved from sund to karsk in 2020'],
])('a little word more, or another order, may be another statement: %s', (text) => {
  const { outcome, differences } = createMatcher(facts).match(text);
  expect(outcome === 'match' && differences.length === 0).toBe(false);
});
