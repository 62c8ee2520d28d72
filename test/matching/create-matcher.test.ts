import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import type { Statement } from '../../src/matching/matcher.ts';

const statements: Statement[] = [
  {
    id: 'bridge',
    text: 'The Harbour Bridge was closed for 12 days in May 2019.',
    topics: ['bridge'],
  },
  {
    id: 'tram',
    text: 'Mayor Odile Brandt cancelled the night tram.',
    wordings: ['no more trams after midnight'],
  },
  { id: 'budget', text: 'Mayor Odile Brandt doubled the parks budget.' },
  { id: 'police', text: 'Mayor Odile Brandt is anti-police.' },
  { id: 'pool', text: 'Mayor Odile Brandt sold the Lido swimming pool.' },
];
const matcher = createMatcher(statements);

const found = (text: string) => {
  const { outcome, ranking } = matcher.match(text);
  return outcome === 'match' ? ranking[0]?.id : outcome;
};

describe('a text that makes a claim', () => {
  test.each([
    ['did mayor brandt double the park budgets?', 'budget'],
    ['was harbour bridge closed for 12 days', 'bridge'],
    ['is brandt anti-police?', 'police'],
    ['no trams after midnight', 'tram'],
  ])('%s finds %s', (text, id) => {
    expect(found(text)).toBe(id);
  });

  test('is found among hundreds of words that no claim has', () => {
    const letters = [...'bcdfghjklmnpqrstvwxz'];
    const strange = letters.flatMap((one) => letters.map((other) => `${one}uo${other}iuz`));
    const { ranking } = matcher.match(`${strange.join(' ')} mayor Brandt doubled the parks budget`);
    expect(ranking[0]?.id).toBe('budget');
  });

  test('is not found where it is excluded', () => {
    const { ranking } = matcher.match('is brandt anti-police?', { exclude: new Set(['police']) });
    expect(ranking.map(({ id }) => id)).not.toContain('police');
  });
});

describe('a text that makes no claim of these', () => {
  test.each(['what is the capital of France', 'the election was rigged', 'hello', ''])(
    '"%s" finds nothing',
    (text) => {
      expect(found(text)).toBe('none');
    },
  );

  test('finds nothing when all it shares is the person everything is about', () => {
    expect(found('mayor brandt was born on the moon')).toBe('none');
    expect(found('mayor odile brandt')).not.toMatch(/budget|police|pool|tram/);
  });
});

describe('search', () => {
  test('takes the last word as unfinished', () => {
    expect(matcher.search('swimm', 3).map(({ id }) => id)).toEqual(['pool']);
    expect(matcher.search('mayor bud', 1).map(({ id }) => id)).toEqual(['budget']);
  });
});
