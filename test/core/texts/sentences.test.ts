import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { firstSentences, splitSentences } from '../../../src/core/texts/sentences.ts';

const two = { most: 2, maxLength: 60, language: 'en' };

describe('the first sentences of a text', () => {
  test.each([
    [
      'as many as asked for',
      'One is here. Two is here. Three is not.',
      'One is here. Two is here.',
    ],
    [
      'only those that fit whole',
      'A short one. A second one that is much too long to stand beside the first one.',
      'A short one.',
    ],
    [
      'a title ends none',
      'Mr. Vey and Dr. Sorn met. It rained.',
      'Mr. Vey and Dr. Sorn met. It rained.',
    ],
    [
      'nor does an initial or a country',
      'J. D. Vey of the U.S. Senate spoke. He left. He slept.',
      'J. D. Vey of the U.S. Senate spoke. He left.',
    ],
    [
      'a first sentence that is too long is cut',
      'This sentence goes on and on without any end that a reader could ever see.',
      'This sentence goes on and on without any end that a reader…',
    ],
  ])('%s', (_, text, expected) => {
    expect(firstSentences(text, two)).toBe(expected);
  });

  test('of Chinese end where its sentences do', () => {
    const text = '桥于1932年开放。会议记录如此。其余从略。';
    expect(firstSentences(text, { ...two, language: 'zh-CN' })).toBe(
      '桥于1932年开放。会议记录如此。',
    );
  });

  test('are never longer than asked for, and never half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, max) => {
        const first = firstSentences(text, { ...two, maxLength: max });
        expect(first.length).toBeLessThanOrEqual(max);
        expect(first.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('a message is taken apart', () => {
  test.each([
    [
      'at numbers in a line',
      '1) bats are blind 2) bulls hate red',
      'bats are blind',
      'bulls hate red',
    ],
    [
      'at numbers in brackets',
      'So: (1) bats are blind (2) bulls hate red',
      'So:',
      'bats are blind',
      'bulls hate red',
    ],
    [
      'at numbered lines',
      '1. Bats are blind\n2. Bulls hate red',
      'Bats are blind',
      'Bulls hate red',
    ],
    ['at letters', 'a) bats are blind b) bulls hate red', 'bats are blind', 'bulls hate red'],
    ['at keycaps', '1️⃣ bats are blind 2️⃣ bulls hate red', 'bats are blind', 'bulls hate red'],
    [
      'at bullets',
      '- bats are blind\n• bulls hate red • the earth is flat',
      'bats are blind',
      'bulls hate red',
      'the earth is flat',
    ],
    [
      'at lines, after an initial or a number, too',
      'He met J.\nIt was the 1.\n\n  Then',
      'He met J.',
      'It was the 1.',
      'Then',
    ],
    [
      'not after a title',
      'Mr. Vey met J. D. Sorn. It rained.',
      'Mr. Vey met J. D. Sorn.',
      'It rained.',
    ],
    ['not in a date', 'Am 1. Mai und am 2. Juni war Markt.', 'Am 1. Mai und am 2. Juni war Markt.'],
    ['not at one number', 'There are 1) brackets and no more', 'There are 1) brackets and no more'],
    ['without what says nothing', 'Bats are blind. 🎉 562! https://x.example/a', 'Bats are blind.'],
  ])('%s', (_, text, ...sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });
});

test.each(['J. ', '1. ', 'Dr. ', 'U.S. '])(
  'a post of nothing but "%s" is no more than one sentence',
  (piece) => {
    const text = `${piece.repeat(13_000)}Vey spoke. He left.`;
    expect(splitSentences(text).slice(-1)).toEqual(['He left.']);
    expect(splitSentences(text)).toHaveLength(2);
    expect(firstSentences(text, { most: 1, maxLength: 100_000, language: 'en' })).toMatch(
      /Vey spoke\.$/,
    );
  },
);

test.each([' \n', 'ab\n', 'ab.\n', '•ab', '• ', '- ab\r\n'])(
  'a post of lines like %j is gone through once, however many they are',
  (line) => {
    const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
    splitSentences(line.repeat(10_000));
    expect(segment).toHaveBeenCalledOnce();
    segment.mockRestore();
  },
);
