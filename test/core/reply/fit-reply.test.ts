import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitReply } from '../../../src/core/reply/fit-reply.ts';
import { presentClaim } from '../../../src/core/reply/present-claim.ts';
import type { Reply } from '../../../src/core/reply/reply.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { cutText } from '../../../src/core/texts/cut-text.ts';
import { textsFor } from '../../../src/core/texts/texts.ts';
import { aClaim, aSource } from '../../support/claims.ts';

const within = (max: number) => (reply: Reply) => replyToText(reply).length <= max;

function replyWith(summary: number, sources: number): Reply {
  const claim = aClaim({
    summary: 'word '.repeat(summary / 5),
    context: 'more '.repeat(summary / 5),
    sources: Array.from({ length: sources }, (_, index) =>
      aSource({ title: `Source number ${index + 1}`, url: `https://archive.example/${index}` }),
    ),
  });
  return {
    ...presentClaim(claim, '2026-11-22', textsFor('en'), 'full'),
    visibility: 'public',
    locale: 'en',
  };
}

describe('fitting a reply', () => {
  test('leaves a reply that fits as it is', () => {
    const reply = replyWith(500, 3);
    expect(fitReply(reply, within(100_000))).toBe(reply);
  });

  test('shortens texts before it drops a source', () => {
    const text = replyToText(fitReply(replyWith(1500, 4), within(2500)));
    expect(text).toContain('word…');
    expect(text).toContain('4. Source number 4');
  });

  test('says how many sources it left out, and keeps verdict and first source', () => {
    const text = replyToText(fitReply(replyWith(1500, 12), within(1500)));
    expect(text).toMatch(/^✓ True/);
    expect(text).toContain('1. Source number 1');
    expect(text).toMatch(/and \d+ more/);
  });

  test('makes even a huge claim fit', () => {
    const reply: Reply = {
      ...presentClaim(aClaim({ claim: '🏴‍☠️'.repeat(2000) }), '2026-11-22', textsFor('en'), 'full'),
      visibility: 'public',
      locale: 'en',
    };
    expect(within(1200)(fitReply(reply, within(1200)))).toBe(true);
  });
});

describe('a list that is far too long', () => {
  const listOf = (count: number): Reply => ({
    tone: 'error',
    title: 'Nothing was loaded',
    blocks: ['krasner', 'misconceptions'].map((pack) => ({
      kind: 'list',
      heading: pack,
      ordered: false,
      items: Array.from({ length: count }, (_, at) => ({ text: `mistake ${at + 1}` })),
      omitted: 0,
    })),
    visibility: 'private',
    locale: 'en',
  });

  test.each([100, 1000, 15_000, 200_000])(
    'of %i mistakes is shown in part and counted',
    (count) => {
      let renderings = 0;
      const text = replyToText(
        fitReply(listOf(count), (reply) => {
          renderings += 1;
          const rendered = replyToText(reply);
          expect(rendered.length).toBeLessThan(200_000);
          return rendered.length <= 1000;
        }),
      );
      expect(renderings).toBeLessThan(50);
      expect(text.length).toBeLessThanOrEqual(1000);
      expect(text.length).toBeGreaterThan(900);
      const shown = text.match(/^- mistake/gm)?.length ?? 0;
      const omitted = [...text.matchAll(/and ([\d,]+) more/g)].map(([, left = '']) =>
        Number(left.replaceAll(',', '')),
      );
      expect(shown + omitted.reduce((sum, left) => sum + left, 0)).toBe(2 * count);
    },
  );

  test('as one text is never measured whole', () => {
    const blocks = [{ kind: 'quote', text: 'x'.repeat(1_000_000) }] as const;
    fitReply({ ...listOf(1), blocks }, (reply) => {
      expect(replyToText(reply).length).toBeLessThan(20_000);
      return false;
    });
  });
});

test.each([
  ['blocks', 5, 12_000],
  ['blocks, each of which could be shown', 30, 3000],
])('of a reply of many long %s no more is ever rendered than can be shown', (_, count, length) => {
  const blocks = Array.from(
    { length: count },
    () => ({ kind: 'quote', text: '*'.repeat(length) }) as const,
  );
  let renderings = 0;
  fitReply({ tone: 'neutral', title: '-', blocks, visibility: 'public', locale: 'en' }, (reply) => {
    renderings += 1;
    expect(replyToText(reply).length).toBeLessThan(13_000);
    return false;
  });
  expect(renderings).toBeLessThan(50);
});

test('a small print that somebody made huge is cut like all other texts', () => {
  const items = [{ text: 'Minutes', detail: 'x'.repeat(5000) }, { text: 'Bridges' }];
  const reply: Reply = {
    tone: 'neutral',
    title: 'Sources',
    blocks: [{ kind: 'list', ordered: false, items, omitted: 0 }],
    visibility: 'public',
    locale: 'en',
  };
  const text = replyToText(fitReply(reply, within(500)));
  expect(text.length).toBeLessThanOrEqual(500);
  expect(text).toMatch(/- Minutes\n +x+…/);
});

describe('cutting a text', () => {
  test('never exceeds the length, and never leaves half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, max) => {
        const cut = cutText(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut.isWellFormed()).toBe(true);
        if (text.length <= max) expect(cut).toBe(text);
        else expect(text.startsWith(cut.slice(0, -1))).toBe(true);
      }),
    );
  });

  test.each(['🇩🇪', '👨‍👩‍👧‍👦', '疫', 'e\u0301', '🏴‍☠️', '1️⃣'])(
    'leaves %s whole wherever a long text is cut, and whatever stands before it',
    (character) => {
      for (const before of ['', 'a', '🇫🇷', '🌉', 'é']) {
        const text = before + character.repeat(200);
        for (let max = 300; max < 330; max += 1) {
          const kept = cutText(text, max).slice(before.length, -1);
          expect(kept.replaceAll(character, '')).toBe('');
        }
      }
    },
  );

  test('leaves whole characters where marks without end are heaped on one', () => {
    expect(cutText(`👨‍👩‍👧${'\u0301'.repeat(1000)}`, 500).isWellFormed()).toBe(true);
    expect(cutText(`a${'🏽'.repeat(1000)}`, 500).isWellFormed()).toBe(true);
  });

  test.each([
    ['a family is one character', '👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 14, '👨‍👩‍👧‍👦…'],
    [
      'a word is kept whole where a space is near',
      'the harbour bridge opened',
      20,
      'the harbour bridge…',
    ],
    ['marks stay with their letter', 'cafe\u0301', 4, 'caf…'],
  ])('%s', (_, text, max, expected) => {
    expect(cutText(text, max)).toBe(expected);
  });
});
