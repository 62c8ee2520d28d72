import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleNames } from '../../src/matching/differences/compare.ts';
import lexiconFile from '../../src/matching/index/lexicon.json' with { type: 'json' };
import weights from '../../src/matching/ranking/weights.json' with { type: 'json' };
import { leaveOneOut } from '../../src/measuring/leave-one-out.ts';
import { type TrainingPack, textToTrainingPack } from '../../src/measuring/training-packs.ts';

/** The first texts of a pack, and its last ones, which make no claim. */
function aFewOf(name: string): TrainingPack[] {
  const file = new URL(`../training/packs/choose/${name}`, import.meta.url);
  const pack = textToTrainingPack(readFileSync(file, 'utf8'), name);
  return [{ ...pack, texts: [...pack.texts.slice(0, 15), ...pack.texts.slice(-15)] }];
}

test('each rule, part and group of features is left out once, and what the trees rest on costs them', () => {
  const packs = { learn: aFewOf('d-city-transit.yaml'), choose: aFewOf('d-university.yaml') };
  const rows = [...leaveOneOut(packs, lexiconFile, weights.ranker, 5)].map((row) =>
    row.split(/\s{2,}/),
  );
  const lossWithout = new Map(rows.map(([name, loss]) => [name, loss]));
  expect(rows.map(([name]) => name).slice(0, 2)).toEqual(['left out', 'nothing']);
  for (const rule of ruleNames) expect(lossWithout.has(`rule: ${rule}`)).toBe(true);
  expect(lossWithout.has('thesaurus')).toBe(true);
  expect(lossWithout.get('features: words')).not.toBe('0.0000');
}, 60_000);
