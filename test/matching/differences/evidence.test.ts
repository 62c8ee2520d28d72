import { expect, test } from 'vitest';
import { gatherEvidence } from '../../../src/matching/differences/evidence.ts';
import { readClaim, readText } from '../../../src/matching/differences/reading.ts';
import type { Statement } from '../../../src/matching/matcher.ts';
import { fired } from '../../support/fired-prosecutors.ts';

const byLength = (word: string): number => word.length;

function evidenceFor(asked: string, claim: Statement, rarity = byLength) {
  return gatherEvidence(readText(asked), readClaim(claim, true), claim, rarity);
}

test('holds what both sides share, as the asker wrote it', () => {
  const claim = { ...fired, wordings: [], title: 'Firings in Philadelphia' };
  expect(evidenceFor('Did KRASNER fire thirty-one prosecutors in Philly?', claim)).toEqual({
    words: ['prosecutors', 'KRASNER', 'Philly', 'fire'],
    wording: undefined,
    numbers: ['thirty-one'],
    names: ['KRASNER'],
  });
});

test('names the wording that is closer than the claim itself', () => {
  expect(evidenceFor('31 lawyers gone, krasner cleaned house', fired).wording).toBe(
    'krasner cleaned house 31 lawyers gone',
  );
  expect(
    evidenceFor('larry krasner fired 31 prosecutors first week', fired).wording,
  ).toBeUndefined();
});

test('puts the rarest word first', () => {
  const rarity = (word: string) => (word === 'first' ? 9 : 1);
  expect(evidenceFor('krasner fired prosecutors first', fired, rarity).words[0]).toBe('first');
});
