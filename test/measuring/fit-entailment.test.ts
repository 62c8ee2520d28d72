import { expect, test } from 'vitest';
import { openEntailment } from '../../src/matching/entailment/entail.ts';
import type { Pair, PairWord } from '../../src/matching/entailment/pair.ts';
import { fileToParameters, valuesToBase64 } from '../../src/matching/entailment/parameters.ts';
import { shippedLexicon } from '../../src/matching/shipped-lexicon.ts';
import { fitEntailment, type PairExample } from '../../src/measuring/fit-entailment.ts';
import { createRandom } from '../../src/measuring/random.ts';

const settings = { width: 8, rounds: 8, batch: 32, rate: 1e-2, forgotten: 0.1, seed: 1 };
const known = ['who', 'when', 'did'];

function sentence(words: readonly string[]): PairWord[] {
  return words.map((word, at) => ({
    word,
    lexiconPlace: shippedLexicon.placeOf(word),
    marks: [Number(!known.includes(word)), 0, Number(at === 0), 0, 1],
  }));
}

function pairOf(text: readonly string[], claim: readonly string[]): Pair {
  return {
    text: sentence(text),
    claim: sentence(claim),
    nearness: Float64Array.from(text.flatMap((one) => claim.map((other) => Number(one === other)))),
  };
}

/** "Who" is answered by these claims, "when" is not; and a text whose last word is another's makes another claim. */
function draw(count: number, seed: number): PairExample[] {
  const random = createRandom(seed);
  const things = ['wall', 'boat', 'house', 'pool', 'bridge', 'road', 'door', 'school'];
  const one = () => things[Math.floor(random() * things.length)] as string;
  return Array.from({ length: count }, () => {
    const thing = one();
    const asked = random() < 0.5 ? thing : one();
    const asks = random() < 0.5 ? 'who' : 'when';
    const pair = pairOf([asks, 'did', 'paint', asked], ['anna', 'painted', 'a', thing]);
    return { pair, outcome: [asks === 'who' && asked === thing, asked === thing], weight: 1 };
  });
}

function shareRight(examples: readonly PairExample[], parameters = learned): number {
  const entail = openEntailment(parameters, shippedLexicon);
  const right = examples.filter(({ pair, outcome }) => {
    const { same, related } = entail(pair) ?? { same: Number.NaN, related: Number.NaN };
    return same > 0 === outcome[0] && related > 0 === outcome[1];
  });
  return right.length / examples.length;
}

const learned = fitEntailment(draw(2000, 1), known, shippedLexicon, settings);

test('learns which question a claim answers, and that a word left over makes it another', () => {
  expect(shareRight(draw(300, 2))).toBeGreaterThan(0.97);
});

test('the same examples give the same network, bit for bit', () => {
  const examples = draw(100, 3);
  const learn = () => fitEntailment(examples, known, shippedLexicon, settings).values;
  expect(learn()).toEqual(learn());
});

test('it says the same once it is kept in a file, with half the digits', () => {
  const file = { width: 8, words: known.join(' '), values: valuesToBase64(learned.values) };
  const kept = fileToParameters(file, shippedLexicon.dimensions);
  expect(shareRight(draw(300, 2), kept)).toBe(shareRight(draw(300, 2)));
});

test('a sentence without words is no reason to stop', () => {
  const entail = openEntailment(learned, shippedLexicon);
  for (const pair of [pairOf([], ['wall']), pairOf(['wall'], []), pairOf([], [])]) {
    expect(entail(pair)?.same).toSatisfy(Number.isFinite);
  }
});

test('where it knows hardly a word it says nothing', () => {
  const entail = openEntailment(learned, shippedLexicon);
  expect(entail(pairOf(['kxoz', 'vruun', 'plim'], ['kxoz', 'dreeb', 'wall']))).toBeUndefined();
});
