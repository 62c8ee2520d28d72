import { describe, expect, test } from 'vitest';
import { differBySlipsOnly } from '../../../src/core/texts/typing-slips.ts';

describe('two texts say the same', () => {
  test.each([
    ['some reports have 559', 'some reprots have 559'],
    ['The bridge opened in 1932.', 'the bridge opened in 1932'],
    ['It says nothing about causes.', 'It says nothing, about causes!'],
    ['goverment buildings', 'government buildings'],
    ['“quoted” words', '"quoted" words'],
  ])('“%s” and “%s”', (one, other) => {
    expect(differBySlipsOnly(one, other)).toBe(true);
  });
});

describe('two texts say something else', () => {
  test.each([
    ['some reports have 559', 'some reports have 569'],
    ['It rose by 1.45 million', 'It rose by 145 million'],
    ['It is now allowed', 'It is not allowed'],
    ['a legal act', 'an illegal act'],
    ['Marta signed it', 'Maria signed it'],
    ['a million people', 'a billion people'],
    ['two reports', 'two old reports'],
    ['他来了', '他走了'],
  ])('“%s” and “%s”', (one, other) => {
    expect(differBySlipsOnly(one, other)).toBe(false);
  });
});
