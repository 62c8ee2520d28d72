import { describe, expect, test } from 'vitest';
import { claimSchema } from '../../../src/core/claims/claim.ts';
import { packSchema } from '../../../src/core/claims/pack.ts';
import { aClaim, aSource } from '../../support/claims.ts';
import { rivertonPack } from '../../support/test-bot.ts';

const { ref: _, language: __, ...claim } = aClaim();
const { claims: ___, ...pack } = rivertonPack([]);

const isClaim = (changes: object) => claimSchema.safeParse({ ...claim, ...changes }).success;
const isPack = (changes: object) => packSchema.safeParse({ ...pack, ...changes }).success;
const isCited = (changes: object) => isClaim({ sources: [{ ...aSource(), ...changes }] });
const isChecked = (changes: object) =>
  isClaim({ verification: { ...claim.verification, ...changes } });

type Accepts = (text: string) => boolean;

describe('a text may be as long as docs and schema say, and no longer', () => {
  test.each<[string, number, Accepts]>([
    ['id', 64, (id) => isClaim({ id })],
    ['claim', 300, (text) => isClaim({ claim: text })],
    ['claimant', 200, (claimant) => isClaim({ claimant })],
    ['occasion', 300, (occasion) => isClaim({ occasion })],
    ['gist', 280, (gist) => isClaim({ gist })],
    ['summary', 1000, (summary) => isClaim({ summary })],
    ['context', 1500, (context) => isClaim({ context })],
    ['wording', 300, (wording) => isClaim({ wordings: [wording] })],
    ['near miss', 300, (nearMiss) => isClaim({ nearMisses: [nearMiss] })],
    ['topic', 64, (topic) => isClaim({ topics: [topic] })],
    ['source’s title', 300, (title) => isCited({ title })],
    ['source’s publisher', 200, (publisher) => isCited({ publisher })],
    ['source’s rating', 100, (rating) => isCited({ rating })],
    ['checker', 100, (name) => isChecked({ by: [name] })],
    ['author', 100, (by) => isClaim({ history: [{ on: '2026-11-22', by, change: 'Added.' }] })],
    ['pack’s name', 32, (name) => isPack({ name })],
    ['pack’s title', 100, (title) => isPack({ title })],
    ['pack’s maintainer', 200, (maintainer) => isPack({ maintainer })],
    ['pack’s licence', 100, (licence) => isPack({ licence })],
    ['way to correct a pack', 300, (corrections) => isPack({ corrections })],
    ['example of a pack', 75, (example) => isPack({ examples: [example] })],
  ])('%s: %d', (_name, longest, accepts) => {
    expect(accepts('x'.repeat(longest))).toBe(true);
    expect(accepts('x'.repeat(longest + 1))).toBe(false);
    expect(accepts('x')).toBe(true);
    expect(accepts('')).toBe(false);
  });

  test('an address: 2048', () => {
    const start = 'https://archive.example/';
    expect(isCited({ url: start.padEnd(2048, 'x') })).toBe(true);
    expect(isCited({ url: start.padEnd(2049, 'x') })).toBe(false);
    expect(isCited({ url: 'http://archive.example/' })).toBe(false);
  });
});

test('there is one topic, one checker and one line of history at least; a list of labels is not empty', () => {
  expect(isClaim({})).toBe(true);
  expect(isClaim({ topics: [] })).toBe(false);
  expect(isClaim({ history: [] })).toBe(false);
  expect(isChecked({ by: [] })).toBe(false);
  expect(isCited({ labels: ['repost'] })).toBe(true);
  expect(isCited({ labels: [] })).toBe(false);
});

test('a pack names one to three examples, or none at all', () => {
  const examples = ['one?', 'two?', 'three?', 'four?'];
  expect([0, 1, 2, 3, 4].map((count) => isPack({ examples: examples.slice(0, count) }))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
  expect(isPack({})).toBe(true);
});
