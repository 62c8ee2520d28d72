import { expect, test } from 'vitest';
import { exampleQuestions } from '../../../src/core/claims/example-questions.ts';
import { aClaim } from '../../support/claims.ts';
import { rivertonPack } from '../../support/test-bot.ts';

const narrow = { ...rivertonPack([aClaim({ topics: ['harbour'] })]), name: 'narrow' };
const broad = { ...rivertonPack([aClaim({ topics: ['space', 'food'] })]), name: 'broad' };

test('takes questions of the packs in turn and begins with the pack that has the most topics', () => {
  const packs = [
    { ...narrow, examples: ['is the bridge old?', 'who built it?'] },
    { ...broad, examples: ['is the moon cheese?'] },
  ];
  expect(exampleQuestions(packs)).toEqual([
    'is the moon cheese?',
    'is the bridge old?',
    'who built it?',
  ]);
});

test('has none where no pack names any', () => {
  expect(exampleQuestions([narrow, broad])).toEqual([]);
  expect(exampleQuestions([])).toEqual([]);
});
