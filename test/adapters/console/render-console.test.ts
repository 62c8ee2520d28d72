import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderConsole } from '../../../src/adapters/console/render-console.ts';
import type { Detail } from '../../../src/core/ports/settings.ts';
import { presentClaim } from '../../../src/core/reply/present-claim.ts';
import type { Reply } from '../../../src/core/reply/reply.ts';
import { textsFor } from '../../../src/core/texts/texts.ts';
import { aClaim } from '../../support/claims.ts';

const reply = (claim = aClaim(), detail: Detail = 'full'): Reply => ({
  ...presentClaim(claim, '2026-11-22', textsFor('en'), detail),
  visibility: 'public',
  locale: 'en',
});

describe('a reply in the terminal', () => {
  test('is wrapped and says everything in words', () => {
    expect(renderConsole(reply(), { width: 60, color: false })).toMatchInlineSnapshot(`
      "✓ True

        “Riverton’s harbour bridge opened in 1932.”

      Checked 22 Nov 2026 (first reader, second reader) · evidence
      up to 1 Nov 2026

      The opening is recorded in the council minutes of 4 May
      1932.

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

  test('in short has a line for each source, and its address below', () => {
    expect(renderConsole(reply(aClaim(), 'short'), { width: 60, color: false })).toContain(
      '• Riverton Archive · 4 May 1932\n  https://archive.example/minutes/1932-05-04\n• Coast Press · 1987',
    );
  });

  test('says the same without colour as with it', () => {
    const coloured = renderConsole(reply(), { width: 80, color: true });
    expect(coloured).not.toBe(renderConsole(reply(), { width: 80, color: false }));
    expect(stripVTControlCharacters(coloured)).toBe(
      renderConsole(reply(), { width: 80, color: false }),
    );
  });

  test('lets no text from a pack steer the terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const hostile = reply(aClaim({ claim: `\u001b[2J${text}`, summary: `\u202E${text}` }));
        expect(renderConsole(hostile, { width: 80, color: false })).not.toMatch(
          /[^\P{Cc}\n]|[\u202A-\u202E]/u,
        );
      }),
    );
  });
});
