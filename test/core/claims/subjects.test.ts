import { describe, expect, test } from 'vitest';
import { packSubjects } from '../../../src/core/claims/pack-subjects.ts';
import { readSubjects } from '../../../src/core/claims/subject-readings.ts';
import { openSubjects } from '../../../src/core/claims/subjects.ts';
import { aClaim } from '../../support/claims.ts';
import { rivertonPack } from '../../support/test-bot.ts';

const { verification } = aClaim();
const pack = rivertonPack([
  aClaim({ id: 'vey-bridge', claim: 'In 1932 Juna Vey opened the bridge.', topics: ['bridges'] }),
  aClaim({ id: 'vey-sorn', claim: 'Juna Vey met Émile Sorn.', topics: ['town-council'] }),
  aClaim({ id: 'sorn', claim: 'In May Émile Sorn left the council.', topics: ['town-council'] }),
  aClaim({
    id: 'vey-draft',
    claim: 'Juna Vey left the council.',
    verification: { ...verification, status: 'draft' },
  }),
]);
const { find } = openSubjects(packSubjects([pack], readSubjects([...pack.claims])));
const isPublished = (place: number) => pack.claims.at(place)?.verification.status !== 'draft';
const idsOf = (text: string) =>
  find(text, isPublished)?.places.map((place) => pack.claims.at(place)?.id);

describe('a name or topic alone', () => {
  test.each([
    ['vey', ['vey-bridge', 'vey-sorn']],
    ['Juna Vey?', ['vey-bridge', 'vey-sorn']],
    ['who is juna vey', ['vey-bridge', 'vey-sorn']],
    ['wer ist Vey?', ['vey-bridge', 'vey-sorn']],
    ['qui est Vey ?', ['vey-bridge', 'vey-sorn']],
    ['vey and emile sorn', ['vey-sorn']],
    ['juna vey émile sorn', ['vey-sorn']],
    ['bridges', ['vey-bridge']],
    ['what about the town council?', ['vey-sorn', 'sorn']],
    ['sorn town council', ['vey-sorn', 'sorn']],
  ])('“%s” gets the checked claims about it', (text, ids) => {
    expect(idsOf(text)).toEqual(ids);
  });

  test.each([
    'did vey open the bridge',
    'vey opened',
    'is vey sorn',
    'the',
    '',
    'vey smith',
    'left',
    // More than four names.
    'vey sorn vey sorn vey',
  ])('“%s” is something else', (text) => {
    expect(idsOf(text)).toBeUndefined();
  });

  test('is named as the packs write it, and found among the claims in use only', () => {
    expect(find('EMILE SORN', () => true)?.words).toBe('Émile Sorn');
    expect(find('vey', (place) => place === 1)?.places).toEqual([1]);
    expect(find('vey', () => false)).toBeUndefined();
  });
});
