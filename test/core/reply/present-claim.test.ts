import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/core/claims/claim.ts';
import { presentClaim } from '../../../src/core/reply/present-claim.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { textsFor } from '../../../src/core/texts/texts.ts';
import { aClaim, aSource } from '../../support/claims.ts';

const said = (claim: Claim, today: string): string =>
  replyToText({
    ...presentClaim(claim, today, textsFor('en')),
    visibility: 'public',
    locale: 'en',
  });

describe('a reply about a claim', () => {
  test('gives verdict, claim, summary, context, sources, verification, date and id, in this order', () => {
    expect(said(aClaim(), '2026-11-22')).toMatchInlineSnapshot(`
      "✓ True

      “Riverton’s harbour bridge opened in 1932.”

      The opening is recorded in the council minutes of 4 May 1932.

      First of 2 sources
      - Riverton Archive
         4 May 1932
         https://archive.example/minutes/1932-05-04

      What else to know
      The bridge was closed again for two weeks in June 1932.

      Sources
      1. Minutes of the town council, 4 May 1932
         Riverton Archive · 4 May 1932 · supports
         https://archive.example/minutes/1932-05-04
      2. Bridges of the coast
         Coast Press · 1987 · gives context · no link

      Verification: Verified 22 Nov 2026 · re-check due 22 May 2027 · by first reader, second reader
      Evidence up to: 1 Nov 2026
      Claim: riverton/harbour-bridge-opened-1932"
    `);
  });

  test('says when a re-check is due', () => {
    expect(said(aClaim(), '2027-05-22')).toMatch(/^✓ True · re-check due\n/);
    expect(said(aClaim(), '2027-05-22')).toContain(
      'Verification: Re-check due 22 May 2027 · last verified 22 Nov 2026',
    );
  });

  test('never looks fresh once expired: no verdict mark, and a caution before the summary', () => {
    const text = said(aClaim(), '2027-11-20');
    expect(text).toMatch(/^⊖ Expired: the verdict was “True”\n/);
    expect(text.indexOf('too old to be relied on')).toBeLessThan(
      text.indexOf('council minutes of'),
    );
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

      This check was withdrawn and must not be relied on. The minutes were misread.

      Verification: Retracted 22 Nov 2026 · by first reader, second reader
      Evidence up to: 1 Nov 2026
      Claim: riverton/harbour-bridge-opened-1932"
    `);
  });

  test('says of a draft that a check is under way and what it rests on, and nothing more', () => {
    const { verification } = aClaim();
    const draft = aClaim({ verdict: 'false', verification: { ...verification, status: 'draft' } });
    expect(said(draft, '2026-11-22')).toMatchInlineSnapshot(`
      "… Check under way

      “Riverton’s harbour bridge opened in 1932.”

      A check of this claim is under way. There is no verdict yet; this is what it rests on so far.

      Sources so far
      1. Minutes of the town council, 4 May 1932
         Riverton Archive · 4 May 1932
         https://archive.example/minutes/1932-05-04
      2. Bridges of the coast
         Coast Press · 1987 · no link

      Verification: Check under way since 22 Nov 2026
      Evidence up to: 1 Nov 2026
      Claim: riverton/harbour-bridge-opened-1932"
    `);
  });

  test('does not pass off a work that nobody read as what a draft rests on', () => {
    const { verification } = aClaim();
    const draft = aClaim({
      sources: [aSource({ read: false, stance: 'context', quote: null, url: null })],
      verification: { ...verification, status: 'draft' },
    });
    expect(said(draft, '2026-11-22')).toContain('· known of, not read · no link');
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
    const text = said(claim, '2026-11-22');
    expect(text).toContain('Coast Facts · May 2026 · supports · rated it “Mostly True”');
    expect(text).toContain(
      'The engineer’s diary\n   Riverton Archive · no date given · known of, not read · no link',
    );
  });
});
