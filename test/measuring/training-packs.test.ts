import { describe, expect, test } from 'vitest';
import {
  readTrainingPacks,
  splits,
  textToTrainingPack,
} from '../../src/measuring/training-packs.ts';

const pack = `
id: z-mill
name: Mill
language: en
author: z
claims:
  - id: c01
    claim: "The mill burned down in 2019."
    topics: [mill]
    wordings: []
    same:
      - question: "when did the mill burn down"
      - short: "mill fire 2019"
        also: [c02]
    different:
      - year: "the mill burned down in 2017"
  - id: c02
    claim: "The mill was rebuilt in 2020."
    wordings: ["They rebuilt the mill in 2020"]
    same:
      - tag: "source??"
unanswerable: ["who owns the mill"]
broad: ["the mill"]
chatter: ["thanks!!"]
`;

test('a pack says of each text what it is and which claims it means', () => {
  const { texts, statements } = textToTrainingPack(pack, 'z-mill.yaml');
  expect(statements.map(({ id }) => id)).toEqual(['c01', 'c02']);
  expect(texts.map(({ kind, sort, claims }) => [kind, sort, [...claims].join(' ')])).toEqual([
    ['same', 'question', 'c01'],
    ['same', 'short', 'c01 c02'],
    ['different', 'year', 'c01'],
    ['same', 'tag', 'c02'],
    ['unanswerable', undefined, ''],
    ['broad', undefined, ''],
    ['chatter', undefined, ''],
  ]);
});

test('a file that does not fit is named', () => {
  const broken = pack.replace('year:', 'yaer:');
  expect(() => textToTrainingPack(broken, 'z-mill.yaml')).toThrow(/^z-mill\.yaml: .*yaer/s);
});

describe('the packs in test/training', () => {
  const bySplit = splits.map((split) => readTrainingPacks(split));
  const packs = bySplit.flat();

  test('are 40 or more of 20 to 30 claims, with 8,000 texts or more, a quarter of them not in English', () => {
    expect(packs.length).toBeGreaterThanOrEqual(40);
    for (const { id, statements } of packs) {
      expect(statements.length, id).toBeGreaterThanOrEqual(20);
      expect(statements.length, id).toBeLessThanOrEqual(30);
    }
    expect(packs.reduce((sum, { texts }) => sum + texts.length, 0)).toBeGreaterThanOrEqual(8_000);
    const foreign = packs.filter(({ language }) => language !== 'en');
    expect(foreign.length / packs.length).toBeGreaterThanOrEqual(0.25);
  });

  test('no author stands on both sides of a split', () => {
    const authors = bySplit.map((split) => new Set(split.map(({ author }) => author)));
    for (const [at, one] of authors.entries()) {
      for (const other of authors.slice(at + 1))
        expect([...one].filter((a) => other.has(a))).toEqual([]);
    }
  });

  test('about half of the claims have no wordings, as lazy authors leave them', () => {
    const statements = packs.flatMap((pack) => pack.statements);
    const bare = statements.filter(({ wordings }) => wordings?.length === 0);
    expect(bare.length / statements.length).toBeGreaterThan(0.4);
    expect(bare.length / statements.length).toBeLessThan(0.6);
  });
});
