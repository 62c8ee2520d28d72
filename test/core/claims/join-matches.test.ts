import { describe, expect, test } from 'vitest';
import { joinMatches } from '../../../src/core/claims/join-matches.ts';
import type { Match } from '../../../src/matching/matcher.ts';

const number = { kind: 'number', asked: '3', checked: '4' } as const;

function found(name: string, parts: Partial<Match>): Match {
  return {
    ranking: ['first', 'second', 'third'].map((rank) => ({ id: `${name} ${rank}`, score: 0 })),
    confidence: 0.5,
    outcome: 'match',
    nothingToCheck: false,
    differences: [],
    evidence: { words: [name], wording: undefined, numbers: [], names: [] },
    near: 1,
    ...parts,
  };
}

describe('of what two shelves found', () => {
  test.each<[string, Partial<Match>, Partial<Match>, string]>([
    ['the first goes first where both are as sure', {}, {}, 'own'],
    ['the first goes first where the other is a little surer', {}, { confidence: 0.7 }, 'own'],
    ['one that is clearly surer goes first', {}, { confidence: 0.9 }, 'archive'],
    ['an answer goes before a close one', { differences: [number] }, {}, 'archive'],
    [
      'a close one goes before several',
      { outcome: 'ambiguous' },
      { differences: [number] },
      'archive',
    ],
    ['several go before none', { outcome: 'none' }, { outcome: 'ambiguous' }, 'archive'],
    ['an answer is not outdone by a surer none', {}, { outcome: 'none', confidence: 0.99 }, 'own'],
    [
      'nothing found counts for less than something',
      { confidence: 0, outcome: 'none', near: 0, ranking: [] },
      { outcome: 'none' },
      'archive',
    ],
    ['certainty on both sides is a draw', { confidence: 1 }, { confidence: 1 }, 'own'],
  ])('%s', (_, own, archive, ahead) => {
    const joined = joinMatches([found('own', own), found('archive', archive)]);
    expect(joined.ranking[0]?.id).toBe(`${ahead} first`);
    expect(joined.evidence.words).toEqual([ahead]);
  });

  test('a claim of both goes first from the earlier shelf, however sure the later one is', () => {
    const both = [found('own', {}), found('archive', { confidence: 0.99 })] as const;
    expect(joinMatches(both).ranking[0]?.id).toBe('archive first');
    const areAlike = (one: string, other: string) =>
      one === 'own first' && other === 'archive first';
    expect(joinMatches(both, areAlike).ranking[0]?.id).toBe('own first');
  });

  test('what is near in either is named where none answers, and nothing else before it', () => {
    const none = { outcome: 'none', confidence: 0.2 } as const;
    const joined = joinMatches([found('own', none), found('archive', { ...none, near: 2 })]);
    expect(joined.near).toBe(3);
    expect(joined.ranking.slice(0, 3).map(({ id }) => id)).toEqual([
      'own first',
      'archive first',
      'archive second',
    ]);
  });
});
