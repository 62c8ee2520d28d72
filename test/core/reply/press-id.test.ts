import { expect, test } from 'vitest';
import { type PressId, pressIdToText, textToPressId } from '../../../src/core/reply/press-id.ts';

test.each<[string, PressId]>([
  ['sources-page.k3f9.2', { press: 'sources-page', answer: 'k3f9', page: 2 }],
  ['share.k3f9.0.362|2019', { press: 'share', answer: 'k3f9', page: 0, asked: ['362', '2019'] }],
])('“%s” says what is pressed, and comes back as it went', (text, press) => {
  expect(pressIdToText(press)).toBe(text);
  expect(textToPressId(text)).toEqual(press);
});

test.each([
  '',
  'fact',
  'shout.k3f9.0',
  'why.k3f9',
  'why..0',
  'why.k3f9.one',
  'fact-settings.answers',
])('“%s” is none of ours', (text) => {
  expect(textToPressId(text)).toBeUndefined();
});

test('however much was asked, an id is at most a hundred characters long and has every part', () => {
  const asked = ['x'.repeat(300), 'a|b', 'y'.repeat(300)];
  const text = pressIdToText({ press: 'share', answer: 'k3f9x2m8q1zt', page: 0, asked });
  expect(text.length).toBeLessThanOrEqual(100);
  expect(text.length).toBeGreaterThan(60);
  expect(textToPressId(text)?.asked).toEqual([
    expect.stringMatching(/^x+…$/),
    'a b',
    expect.stringMatching(/^y+…$/),
  ]);
});
