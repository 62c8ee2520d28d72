import { describe, expect, test } from 'vitest';
import type { Claim, Source } from '../../../src/core/claims/claim.ts';
import type { Detail } from '../../../src/core/ports/settings.ts';
import { presentClaim } from '../../../src/core/reply/present-claim.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { textsFor } from '../../../src/core/texts/texts.ts';
import { aClaim, aSource } from '../../support/claims.ts';

const said = (claim: Claim, today: string, detail: Detail = 'short'): string =>
  replyToText({
    ...presentClaim(claim, today, textsFor('en'), detail),
    visibility: 'public',
    locale: 'en',
  });

describe('a reply about a claim', () => {
  test('in short gives verdict, claim, who checked it and when, why, and the sources, in this order', () => {
    expect(said(aClaim({ gist: 'The minutes say so.' }), '2026-11-22')).toMatchInlineSnapshot(`
      "✓ True

      “Riverton’s harbour bridge opened in 1932.”

      Checked 22 Nov 2026 (first reader, second reader) · evidence up to 1 Nov 2026

      The minutes say so.

      - Riverton Archive · 4 May 1932
         https://archive.example/minutes/1932-05-04
      - Coast Press · 1987"
    `);
  });

  test('in full gives summary, context, all sources, how it was checked and the id as well', () => {
    expect(said(aClaim(), '2026-11-22', 'full')).toMatchInlineSnapshot(`
      "✓ True

      “Riverton’s harbour bridge opened in 1932.”

      Checked 22 Nov 2026 (first reader, second reader) · evidence up to 1 Nov 2026

      The opening is recorded in the council minutes of 4 May 1932.

      What else to know
      The bridge was closed again for two weeks in June 1932.

      Sources
      1. Minutes of the town council, 4 May 1932
         Riverton Archive · 4 May 1932 · supports
         https://archive.example/minutes/1932-05-04
      2. Bridges of the coast
         Coast Press · 1987 · gives context · no link

      How it was checked: Both read the minutes.
      Re-check due: 22 May 2027
      Claim: riverton/harbour-bridge-opened-1932"
    `);
  });

  test('says when a re-check is due', () => {
    expect(said(aClaim(), '2027-05-22')).toMatch(/^✓ True · re-check due\n/);
    expect(said(aClaim(), '2027-05-22')).toContain(
      'Checked 22 Nov 2026 (first reader, second reader) · evidence up to 1 Nov 2026 · re-check due since 22 May 2027',
    );
  });

  test('without a gist gives the first sentences of the summary', () => {
    const summary = 'Mr. Vey opened it. The minutes say so. A third sentence is too much.';
    expect(said(aClaim({ summary }), '2026-11-22')).toContain(
      '\n\nMr. Vey opened it. The minutes say so.\n\n',
    );
  });

  test('in short names three works, those that decide first, each once, and counts the rest', () => {
    const work = (name: string, stance: Source['stance']) =>
      aSource({ publisher: name, stance, url: `https://${name.toLowerCase()}.example/a` });
    const claim = aClaim({
      sources: [
        work('Background', 'context'),
        work('Harbour', 'supports'),
        { ...work('Harbour', 'supports'), url: 'https://www.harbour.example/a/', quote: 'again' },
        work('Chronicle', 'refutes'),
        work('Almanac', 'context'),
        work('Gazette', 'context'),
      ],
    });
    const text = said(claim, '2026-11-22');
    expect(text.match(/^- \w+/gm)).toEqual(['- Harbour', '- Chronicle', '- Background']);
    expect(text).toMatch(/and 2 more$/);
    expect(said(claim, '2026-11-22', 'full')).toContain('5. ');
    expect(said(claim, '2026-11-22', 'full')).not.toContain('6. ');
  });

  test('says beside a source what to know about it', () => {
    const sources = [aSource({ labels: ['repost', 'partisan'] })];
    expect(said(aClaim({ sources }), '2026-11-22')).toContain(
      '- Riverton Archive · 4 May 1932 · read on a repost · partisan',
    );
  });

  test.each([
    ['true', '✓ Said, as quoted'],
    ['mostly-false', '◔ Not in these words'],
    ['false', '✗ Not said'],
  ] as const)('says of a quotation that is %s whether it was said', (verdict, title) => {
    const quotation = aClaim({ kind: 'quotation', verdict });
    expect(said(quotation, '2026-11-22').split('\n')[0]).toBe(title);
  });

  test('never looks fresh once expired: no verdict mark, and a caution before the summary', () => {
    const text = said(aClaim(), '2027-11-20');
    expect(text).toMatch(/^⊖ Expired: the verdict was “True”\n/);
    expect(text.indexOf('too old to be relied on')).toBeLessThan(
      text.indexOf('council minutes of'),
    );
    expect(text).toContain(' · expired\n');
  });

  test('says first that a check is disputed, and why', () => {
    const { verification } = aClaim();
    const disputed = aClaim({
      verification: {
        ...verification,
        status: 'disputed',
        reason: 'The archive has found a second opening.',
      },
    });
    expect(said(disputed, '2026-11-22')).toMatch(
      /^⇄ Disputed: the verdict was “True”\n[\s\S]*This check is disputed. The archive has found a second opening./,
    );
  });

  test('gives no verdict and no summary for a retracted check', () => {
    const { verification } = aClaim();
    const retracted = aClaim({
      verification: { ...verification, status: 'retracted', reason: 'The minutes were misread.' },
    });
    expect(said(retracted, '2026-11-22')).toMatchInlineSnapshot(`
      "⊘ Retracted

      “Riverton’s harbour bridge opened in 1932.”

      Checked 22 Nov 2026 (first reader, second reader) · evidence up to 1 Nov 2026

      This check was withdrawn and must not be relied on. The minutes were misread."
    `);
  });

  test('says of a draft that a check is under way and what is known and missing, and nothing more', () => {
    const { verification } = aClaim();
    const draft = aClaim({
      verdict: 'false',
      gist: 'The minutes are known; the plans were not found.',
      verification: { ...verification, status: 'draft' },
    });
    expect(said(draft, '2026-11-22', 'full')).toBe(said(draft, '2026-11-22'));
    expect(said(draft, '2026-11-22')).toMatchInlineSnapshot(`
      "… Check under way

      “Riverton’s harbour bridge opened in 1932.”

      Check under way since 22 Nov 2026 · no verdict yet

      The minutes are known; the plans were not found."
    `);
  });

  test('tells nothing of a draft’s summary where it has no gist', () => {
    const { verification, summary } = aClaim();
    const draft = aClaim({ verification: { ...verification, status: 'draft' } });
    expect(said(draft, '2026-11-22')).not.toContain(summary);
  });

  test('calls an opinion an opinion', () => {
    const opinion = aClaim({ kind: 'opinion', verdict: 'opinion', claim: 'The bridge is ugly.' });
    expect(said(opinion, '2026-11-22')).toMatch(/^¶ Opinion, not rated\n/);
  });

  test('keeps a publisher’s own rating beside ours, and names unread works as unread', () => {
    const claim = aClaim({
      sources: [
        aSource({
          kind: 'fact-check',
          publisher: 'Coast Facts',
          rating: 'Mostly True',
          published: '2026-05',
        }),
        aSource({
          title: 'The engineer’s diary',
          url: null,
          published: null,
          read: false,
          stance: 'context',
        }),
      ],
    });
    const text = said(claim, '2026-11-22', 'full');
    expect(text).toContain('Coast Facts · May 2026 · supports · rated it “Mostly True”');
    expect(text).toContain(
      'The engineer’s diary\n   Riverton Archive · no date given · known of, not read · no link',
    );
  });
});

test('a record without sources shows no list of them', () => {
  const bare = aClaim({ sources: [], gist: 'Nobody has looked yet.' });
  expect(said(bare, '2026-11-22')).toMatch(/Nobody has looked yet\.$/);
  const { blocks } = presentClaim(bare, '2026-11-22', textsFor('en'), 'short');
  expect(blocks.filter(({ kind }) => kind === 'list')).toEqual([]);
});
