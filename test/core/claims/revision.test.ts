import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/core/claims/claim.ts';
import { claimToRevision } from '../../../src/core/claims/revision.ts';
import { aClaim, aSource } from '../../support/claims.ts';

const claim = aClaim();
const { verification } = claim;
const revisionOf = (changes: Partial<Claim>): string =>
  claimToRevision({ ...claim, ...changes }).revision;

test('a revision names its claim, and is the same whenever the claim is', () => {
  expect(claimToRevision(claim)).toEqual({ ref: claim.ref, revision: revisionOf({}) });
  expect(revisionOf({})).toMatch(/^[0-9a-f]{16}$/);
});

describe('what readers see makes another revision', () => {
  test.each<[string, Partial<Claim>]>([
    ['the claim', { claim: 'Riverton’s harbour bridge opened in 1933.' }],
    ['the verdict', { verdict: 'mostly-true' }],
    ['a gist', { gist: 'The minutes say so.' }],
    ['the summary', { summary: 'The minutes of 4 May 1932 record it.' }],
    ['the context', { context: null }],
    ['a source', { sources: [aSource()] }],
    ['the order of the sources', { sources: claim.sources.toReversed() }],
    ['a quote', { sources: [aSource({ quote: 'the bridge is open' }), ...claim.sources.slice(1)] }],
    ['a label', { sources: [aSource({ labels: ['repost'] }), ...claim.sources.slice(1)] }],
    ['the status', { verification: { ...verification, status: 'retracted' } }],
    ['who checked', { verification: { ...verification, by: ['third reader'] } }],
    ['when it was checked', { verification: { ...verification, on: '2026-11-23' } }],
  ])('%s', (_, changes) => {
    expect(revisionOf(changes)).not.toBe(revisionOf({}));
  });
});

describe('what nobody sees does not', () => {
  test.each<[string, Partial<Claim>]>([
    ['another wording', { wordings: ['since when is there a bridge in riverton'] }],
    ['a near miss', { nearMisses: [] }],
    ['a topic', { topics: ['bridges', 'harbour'] }],
    [
      'a remark for reviewers',
      { sources: [aSource({ note: 'Page 4.' }), ...claim.sources.slice(1)] },
    ],
    ['a line of history', { history: [] }],
    [
      'fields in another order',
      {
        verification: Object.fromEntries(
          Object.entries(verification).toReversed(),
        ) as typeof verification,
      },
    ],
  ])('%s', (_, changes) => {
    expect(revisionOf(changes)).toBe(revisionOf({}));
  });
});
