import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/core/claims/claim.ts';
import type { Lookup } from '../../../src/core/claims/lookup.ts';
import { lookupToData } from '../../../src/core/claims/lookup-to-data.ts';
import { aClaim, aSource } from '../../support/claims.ts';

const today = '2026-12-01';

function match(claim: Claim): Lookup {
  return {
    outcome: 'match',
    claim,
    confidence: 0.9,
    differences: [{ kind: 'number', asked: '1931', checked: '1932' }],
    evidence: { words: ['bridge'], wording: undefined, numbers: [], names: ['Riverton'] },
    byId: false,
  };
}

/** A record in which every text that judges says so. */
function judging(status: Claim['verification']['status']): Claim {
  const { verification } = aClaim();
  return aClaim({
    verdict: 'false',
    gist: 'GIST',
    summary: 'JUDGES',
    context: 'JUDGES',
    sources: [
      aSource({
        title: 'JUDGES',
        quote: 'JUDGES',
        stance: 'refutes',
        rating: 'JUDGES',
        note: 'NOTE',
      }),
    ],
    nearMisses: ['NEAR'],
    verification: { ...verification, status, how: 'JUDGES', reason: 'REASON' },
    history: [{ on: '2026-11-22', by: 'first reader', change: 'JUDGES' }],
  });
}

describe('a lookup as data', () => {
  test('is as docs/json.md shows it', async () => {
    const document = await readFile('docs/json.md', 'utf8');
    const [example = ''] = document.match(/(?<=```json\n)\{[\s\S]*?(?=```)/) ?? [];
    const claim = aClaim({ gist: 'The council’s minutes of 4 May 1932 record the opening.' });
    expect(JSON.parse(example)).toEqual(lookupToData(match(claim), today));
  });

  test('says of a draft what is known and missing, and nothing that gives its verdict away', () => {
    const data = JSON.stringify(lookupToData(match(judging('draft')), today));
    expect(data).toContain('"verdict":null,"gist":"GIST"');
    expect(data).not.toMatch(/JUDGES|"false"|refutes/);
  });

  test('says of a withdrawn check only why', () => {
    const data = JSON.stringify(lookupToData(match(judging('retracted')), today));
    expect(data).toContain('"reason":"REASON"');
    expect(data).not.toMatch(/JUDGES|"false"|refutes|GIST/);
  });

  test('tells the state of today, not what is written', () => {
    const data = lookupToData(match(aClaim()), '2027-06-01');
    expect(data).toMatchObject({ claim: { verdict: 'true', verification: { state: 'due' } } });
  });

  test('keeps to itself what is written for tests and reviewers', () => {
    const data = JSON.stringify(lookupToData(match(judging('verified')), today));
    expect(data).toContain('JUDGES');
    expect(data).not.toMatch(/NEAR|NOTE/);
  });

  test.each<Lookup>([
    { outcome: 'ambiguous', claims: [judging('verified')] },
    { outcome: 'none', reason: 'no-record', nearest: [judging('verified')] },
  ])('names a claim that is only near without its verdict: $outcome', (lookup) => {
    const data = JSON.stringify(lookupToData(lookup, today));
    expect(data).toContain('"ref":"riverton/harbour-bridge-opened-1932"');
    expect(data).not.toMatch(/JUDGES|"false"|GIST/);
  });
});
