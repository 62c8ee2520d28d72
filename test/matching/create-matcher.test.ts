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

/** The ids of what is found, the best first. */
function searched(words: string): readonly (string | undefined)[] {
  const { places, scores } = matcher.search(words, () => true);
  return [...places.keys()]
    .toSorted((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0))
    .map((at) => statements[places[at] ?? -1]?.id);
}

describe('search', () => {
  test('finds only what passes', () => {
    const { places } = matcher.search('mayor', (place) => place > 2);
    expect([...places]).toEqual([3, 4]);
  });

  test('takes the last word as unfinished', () => {
    expect(searched('swimm')).toEqual(['pool']);
    expect(searched('mayor bud')[0]).toBe('budget');
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
      const all = () => true;
      expect(there.search(text, all)).toEqual(here.search(text, all));
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
