import { describe, expect, test } from 'vitest';
import { buildStore } from '../../src/matching/build-store.ts';
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

describe('a store made before', () => {
  const several = [
    ...statements,
    {
      id: 'brunnen',
      text: 'Der Brunnen am Marktplatz wurde 1870 gebaut.',
      urls: ['https://example.org/brunnen'],
    },
    { id: 'трамвай', text: 'Трамвай №5 ходит каждые 10 минут.', topics: ['трамвай'] },
  ];
  const asked = [
    'is brandt anti-police?',
    'brand polise',
    'der Brunnens am Markt 1870',
    'трамваи каждые 12 минут',
    'read https://www.example.org/brunnen?utm_source=x',
    'what about the weather',
  ];

  test('answers as one made on the spot, also after it went to another thread', () => {
    const here = createMatcher(several);
    const store = structuredClone(buildStore(several));
    const ids = several.map(({ id }) => id);
    const there = createMatcher({ ids, at: (place) => several[place], store });
    for (const text of asked) {
      expect(there.match(text)).toEqual(here.match(text));
      expect(there.citing(text)).toEqual(here.citing(text));
      expect(there.search(text, 10)).toEqual(here.search(text, 10));
    }
  });

  test('is opened without a look at any statement', () => {
    const store = buildStore(several);
    const looks: number[] = [];
    const matcher = createMatcher({
      ids: several.map(({ id }) => id),
      at(place) {
        looks.push(place);
        return several[place];
      },
      store,
    });
    expect(looks).toEqual([]);
    matcher.match('is brandt anti-police?');
    expect(looks.length).toBeGreaterThan(0);
    expect(looks.length).toBeLessThanOrEqual(3);
  });
});
