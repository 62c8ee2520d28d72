import { expect, test } from 'vitest';
import { worksOf } from '../../../src/core/claims/works.ts';
import { aSource } from '../../support/claims.ts';

const at = (url: string | null, more = {}) => aSource({ url, ...more });

test('works that decide the claim come first, each group as the pack has it', () => {
  const works = worksOf([
    at('https://a.example/', { title: 'A', stance: 'context' }),
    at('https://b.example/', { title: 'B', stance: 'refutes' }),
    at('https://c.example/', { title: 'C', stance: 'context' }),
    at('https://d.example/', { title: 'D', stance: 'supports' }),
  ]);
  expect(works.map(({ title }) => title)).toEqual(['B', 'D', 'A', 'C']);
});

test('citations of one work are one work, with all that they say', () => {
  expect(
    worksOf([
      at('https://www.press.example/a/', { stance: 'context', quote: 'first', read: false }),
      at('https://press.example/a#notes', { quote: 'second', labels: ['repost'], rating: 'False' }),
      at('https://press.example/a', { quote: null, labels: ['repost'] }),
    ]),
  ).toMatchObject([
    {
      stances: ['context', 'supports'],
      quotes: ['first', 'second'],
      labels: ['repost'],
      rating: 'False',
      read: true,
    },
  ]);
});

test('another page, or another title where there is no address, is another work', () => {
  expect(worksOf([at('https://a.example/x?id=1'), at('https://a.example/x?id=2')])).toHaveLength(2);
  expect(worksOf([at(null, { title: 'Bridges' }), at(null, { title: 'bridges' })])).toHaveLength(1);
  expect(worksOf([at(null, { title: 'Bridges' }), at(null, { title: 'Towers' })])).toHaveLength(2);
});

test('a work without a rating has none', () => {
  expect(worksOf([at(null)])[0]).not.toHaveProperty('rating');
});
