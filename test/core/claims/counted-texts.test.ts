import { expect, test } from 'vitest';
import { aClaim } from '../../support/claims.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';

const said = {
  en: 'Bats are blind.',
  de: 'Fledermäuse sind blind.',
  es: 'Los murciélagos son ciegos.',
  fr: 'Les chauves-souris sont aveugles.',
  pt: 'Os morcegos são cegos.',
  'zh-CN': '蝙蝠是瞎的。',
} as const;

const inEachLanguage = Object.entries(said).map(([language, claim]) =>
  aClaim({ id: `bats-${language}`, language, claim, wordings: [], nearMisses: [] }),
);
const ranked = aClaim({
  id: 'harm',
  claim: 'First, do no harm stands in the Hippocratic oath.',
  wordings: [],
  nearMisses: [],
});
const { library } = await createTestBot({ packs: [rivertonPack([...inEachLanguage, ranked])] });

test.each([
  ['en', 'Firstly bats are blind'],
  ['en', 'Firstly, bats are blind.'],
  ['en', 'FIRST OF ALL: bats are blind'],
  ['en', 'Lastly bats are blind'],
  ['en', 'Third - bats are blind'],
  ['de', 'Erstens sind Fledermäuse blind'],
  ['de', 'Erstens: Fledermäuse sind blind'],
  ['de', 'Zum einen sind Fledermäuse blind'],
  ['es', 'En primer lugar los murciélagos son ciegos'],
  ['es', 'Primero, los murciélagos son ciegos'],
  ['fr', 'Premièrement les chauves-souris sont aveugles'],
  ['fr', 'Tout d’abord, les chauves-souris sont aveugles'],
  ['pt', 'Em primeiro lugar os morcegos são cegos'],
  ['pt', 'Primeiramente, os morcegos são cegos'],
  ['zh-CN', '首先蝙蝠是瞎的'],
  ['zh-CN', '第一，蝙蝠是瞎的。'],
  ['zh-CN', '其次，蝙蝠是瞎的'],
] as const)('%s: “%s” is found without the word that counts it', (language, text) => {
  expect(library.current.lookup(text)).toMatchObject({
    outcome: 'match',
    claim: { id: `bats-${language}` },
    differences: [],
  });
});

test('a claim that begins with such a word is found with it', () => {
  expect(library.current.lookup(ranked.claim)).toMatchObject({
    claim: { id: 'harm' },
    differences: [],
  });
});
