import type { Statement } from '../matching/matcher.ts';
import { createRandom } from './random.ts';

/**
 * Claims of invented words whose frequencies fall as in real text (Zipf's law), so that the benchmark runs without any
 * data. Texts to look up are claims with some words left out and some replaced.
 */
export function makeClaims(count: number, seed: number): Statement[] {
  const random = createRandom(seed);
  const vocabulary = Array.from({ length: 40_000 }, () => inventWord(random));
  const draw = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'word';
  const sentence = (length: number) => Array.from({ length }, draw).join(' ');
  return Array.from({ length: count }, (_, at) => ({
    id: `c${at}`,
    text: sentence(12 + Math.floor(random() * 16)),
    title: sentence(6 + Math.floor(random() * 6)),
  }));
}

export function makeTexts(claims: readonly Statement[], count: number, seed: number): string[] {
  const random = createRandom(seed);
  const pick = () => claims[Math.floor(random() * claims.length)]?.text.split(' ') ?? [];
  return Array.from({ length: count }, () => {
    const other = pick();
    return pick()
      .filter(() => random() < 0.8)
      .map((word, at) => (random() < 0.3 ? (other[at] ?? word) : word))
      .join(' ');
  });
}

function inventWord(random: () => number): string {
  const one = (letters: string) => letters[Math.floor(random() * letters.length)] ?? '';
  const syllables = 1 + Math.floor(random() * 4);
  return Array.from(
    { length: syllables },
    () => one('bcdfghklmnprstvz') + one('aeiou') + one('nrslt ').trim(),
  ).join('');
}
