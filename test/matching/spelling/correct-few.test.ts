import { expect, test } from 'vitest';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { correctFew } from '../../../src/matching/spelling/correct-few.ts';
import { respell } from '../../../src/matching/spelling/respell.ts';
import { countCalls } from '../../support/count-calls.ts';

test('of a text in which every word is unknown only the first few are corrected, each once', () => {
  const asked: string[] = [];
  const correct = correctFew((word) => {
    asked.push(word);
    return { terms: [asked.length], trust: 1 };
  });
  const words = Array.from({ length: 1000 }, (_, at) => `word${at}`);
  const first = words.map(correct);
  expect(asked).toEqual(words.slice(0, 60));
  expect(words.map(correct)).toEqual(first);
  expect(first[59]).toEqual({ terms: [60], trust: 1 });
  expect(first[60]).toBeUndefined();
});

test('a misspelt word is corrected once a text, for finding claims and for reading them', () => {
  const matcher = createMatcher([{ id: 'tram', text: 'Mayor Brandt cancelled the night tram.' }]);
  const [once, whole] = countCalls(
    '/src/matching/spelling/respell.ts',
    [() => respell('cancellled'), () => matcher.match('the mayor cancellled the night tram')],
    (work) => work(),
  );
  expect(whole).toBe(once);
});
