import { expect, test } from 'vitest';
import { createClaimSet } from '../../../src/core/claims/claim-set.ts';
import { exampleQuestions } from '../../../src/core/claims/example-questions.ts';
import type { Pack } from '../../../src/core/claims/pack.ts';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { aClaim } from '../../support/claims.ts';
import { rivertonPack } from '../../support/test-bot.ts';

const narrow = { ...rivertonPack([aClaim({ topics: ['harbour'] })]), name: 'narrow' };
const broad = { ...rivertonPack([aClaim({ topics: ['space', 'food'] })]), name: 'broad' };

const questionsOf = (...packs: readonly Pack[]): readonly string[] =>
  exampleQuestions(createClaimSet({ packs, fingerprint: '' }, createMatcher));

test('takes questions of the packs in turn and begins with the pack that has the most topics', () => {
  const packs = [
    { ...narrow, examples: ['is the bridge old?', 'who built it?'] },
    { ...broad, examples: ['is the moon cheese?'] },
  ];
  expect(questionsOf(...packs)).toEqual([
    'is the moon cheese?',
    'is the bridge old?',
    'who built it?',
  ]);
});

test('has none where no pack names any', () => {
  expect(questionsOf(narrow, broad)).toEqual([]);
  expect(questionsOf()).toEqual([]);
});
