import { expect, test } from 'vitest';
import { newWorkings, runNetwork } from '../../src/matching/entailment/network.ts';
import type { Pair, PairWord } from '../../src/matching/entailment/pair.ts';
import { emptyParameters } from '../../src/matching/entailment/parameters.ts';
import { shippedLexicon } from '../../src/matching/shipped-lexicon.ts';
import { addGradient, addSlopesOfVectors } from '../../src/measuring/entailment-gradient.ts';
import { createRandom } from '../../src/measuring/random.ts';

const lexicon = shippedLexicon;
const random = createRandom(3);

function sentence(...words: string[]): PairWord[] {
  return words.map((word) => ({
    word,
    lexiconPlace: lexicon.placeOf(word),
    marks: Array.from({ length: 5 }, () => Number(random() < 0.5)),
  }));
}

test('the gradient is what the loss changes by when a parameter is moved a little', () => {
  const text = sentence('who', 'paint', 'the', 'pool');
  const claim = sentence('anna', 'paint', 'a', 'wall', 'red');
  const nearness = Float64Array.from({ length: 20 }, () => random());
  const pair: Pair = { text, claim, nearness };
  const parameters = emptyParameters(['who', 'the', 'a', 'anna'], 8, lexicon.dimensions);
  for (let at = 0; at < parameters.values.length; at += 1) {
    parameters.values[at] = random() - 0.5;
  }
  const workings = newWorkings(8);
  // What is to be low: the sum of one log-odds and twice the other.
  const loss = (): number => {
    runNetwork(parameters, lexicon, pair, workings);
    return (workings.outcome[0] as number) + 2 * (workings.outcome[1] as number);
  };
  const gradient = emptyParameters(['who', 'the', 'a', 'anna'], 8, lexicon.dimensions);
  loss();
  const ofPlaces = new Map<number, Float64Array>();
  addGradient(parameters, pair, workings, [1, 2], gradient.parts, ofPlaces);
  addSlopesOfVectors(ofPlaces, lexicon, 8, gradient.parts);

  const step = 1e-6;
  const wrong: string[] = [];
  for (const [name, part] of Object.entries(parameters.parts) as [
    keyof typeof gradient.parts,
    Float64Array,
  ][]) {
    for (let at = 0; at < part.length; at += 1) {
      const before = part[at] as number;
      part[at] = before + step;
      const above = loss();
      part[at] = before - step;
      const below = loss();
      part[at] = before;
      // Words that are not known have no numbers of their own to be learned.
      if (name === 'words' && at < 8) continue;
      const measured = (above - below) / (2 * step);
      if (Math.abs(measured - (gradient.parts[name][at] as number)) > 1e-4) {
        wrong.push(`${name} ${at}: ${measured}, not ${gradient.parts[name][at]}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
