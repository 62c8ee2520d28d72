import { describe, expect, test } from 'vitest';
import { type Pair, pairOf, wordMarks } from '../../../src/matching/entailment/pair.ts';
import type { Statement } from '../../../src/matching/matcher.ts';
import { alignTexts } from '../../support/align-texts.ts';
import { emptyLexicon } from '../../support/empty-lexicon.ts';

function pairFrom(text: string, claim: Omit<Statement, 'id'>): Pair {
  return pairOf(alignTexts(text, claim), emptyLexicon);
}

const wordsOf = (side: Pair['text']) => side.map(({ word }) => word).join(' ');

function nearnessOf({ text, claim, nearness }: Pair, one: string, other: string): number {
  const row = text.findIndex(({ word }) => word === one);
  const column = claim.findIndex(({ word }) => word === other);
  return nearness[row * claim.length + column] as number;
}

describe('the words of a text and a claim', () => {
  test('stand as they are said, little ones too, each as near as the alignment found it', () => {
    const pair = pairFrom('who closed the bridges?', { text: 'Holm closed the bridge.' });
    expect([wordsOf(pair.text), wordsOf(pair.claim)]).toEqual([
      'who closed the bridges',
      'holm closed the bridge',
    ]);
    expect(nearnessOf(pair, 'bridges', 'bridge')).toBeGreaterThan(0.6);
    expect(nearnessOf(pair, 'the', 'the')).toBe(1);
    expect(nearnessOf(pair, 'who', 'holm')).toBe(0);
  });

  test('are those of the wording that the text has most of', () => {
    const pair = pairFrom('is the bridge shut', {
      text: 'Lorries may not cross at Holm.',
      wordings: ['The bridge is shut'],
    });
    expect(wordsOf(pair.claim)).toBe('the bridge is shut');
  });

  test('are marked as content, numbers, and words of the sentence that has the claim', () => {
    const { text } = pairFrom('Hello there. The bridge took 40 lorries.', {
      text: 'The bridge took 40 lorries.',
    });
    const marksOf = (word: string) =>
      wordMarks.filter((_, at) => text.find((one) => one.word === word)?.marks[at] === 1);
    expect(marksOf('hello')).not.toContain('focus');
    expect(marksOf('lorries')).toEqual(['content', 'focus']);
    expect(marksOf('40')).toContain('number');
    expect(marksOf('the')).not.toContain('content');
  });

  test('of a long message are those around the sentence that has the claim', () => {
    const chat = 'Nobody here knows what to think of it any more. '.repeat(12);
    const { text } = pairFrom(`${chat}The bridge closed. ${chat}`, { text: 'The bridge closed.' });
    expect(text).toHaveLength(40);
    expect(wordsOf(text)).toContain('the bridge closed');
  });
});
