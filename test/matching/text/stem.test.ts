import { expect, test } from 'vitest';
import { stemWord } from '../../../src/matching/text/stem.ts';

test.each([
  ['prosecutors', 'prosecutor'],
  ['prosecuted', 'prosecut'],
  ['prosecution', 'prosecut'],
  ['homicides', 'homicid'],
  ['hoped', 'hope'],
  ['hopping', 'hop'],
  ['ties', 'tie'],
  ['cries', 'cri'],
  ['knackeries', 'knackeri'],
  ['generously', 'generous'],
  ['communism', 'communism'],
  ['sensational', 'sensat'],
  ['electricity', 'electr'],
  ['happily', 'happili'],
  ['news', 'news'],
  ['succeeding', 'succeed'],
  ['yellow', 'yellow'],
])('the stem of %s is %s', (word, stem) => {
  expect(stemWord(word)).toBe(stem);
});

test('words of other scripts and words with digits stay as they are', () => {
  expect(['новости', 'वायरल', '5g'].map(stemWord)).toEqual(['новости', 'वायरल', '5g']);
});
