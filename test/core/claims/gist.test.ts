import { expect, test } from 'vitest';
import { gistOf } from '../../../src/core/claims/gist.ts';
import { aClaim } from '../../support/claims.ts';

const summary = 'It opened in May. The minutes say so. Nobody doubts it.';

test('why a verdict is given is said in the pack’s words, else in two sentences of the summary', () => {
  expect(gistOf(aClaim({ gist: 'The minutes record it.', summary }))).toBe(
    'The minutes record it.',
  );
  expect(gistOf(aClaim({ summary }))).toBe('It opened in May. The minutes say so.');
});
