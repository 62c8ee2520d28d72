import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { styleFor } from '../../../src/adapters/console/console-style.ts';
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

/** What of a reply each text of it is. */
const partsOfReply = [
  ['a title', (text: string) => ({ title: text, blocks: [] })],
  ['a heading', (text: string) => ({ blocks: [{ kind: 'text', heading: text, text: '-' }] })],
  ['a text', (text: string) => ({ blocks: [{ kind: 'text', text }] })],
  ['a note', (text: string) => ({ blocks: [{ kind: 'note', text }] })],
  ['a quotation', (text: string) => ({ blocks: [{ kind: 'quote', text }] })],
  [
    'a field',
    (text: string) => ({ blocks: [{ kind: 'fields', fields: [{ name: '-', value: text }] }] }),
  ],
  [
    'an item of a list',
    (text: string) => ({
      blocks: [
        {
          kind: 'list',
          heading: text,
          ordered: true,
          items: [{ text, detail: text }],
          omitted: 0,
        },
      ],
    }),
  ],
] as [string, (text: string) => Partial<Reply>][];

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

  test.each(partsOfReply)('lets nothing in %s steer the terminal', (_, made) => {
    const steering =
      '\u001B]0;taken\u0007 \u009B31m \u202E \r::error::taken\n::add-mask::a ##[error]b';
    const shown = renderConsole(
      { ...reply(), title: '-', ...made(steering) },
      { width: 80, color: false },
    );
    expect(shown).toContain('taken');
    expect(shown).not.toMatch(/[^\P{Cc}\n]|[\u202A-\u202E]/u);
    expect(shown).not.toMatch(/^\s*::|##\[/m);
  });

  test.each(partsOfReply)('breaks no word of %s, and no line is too wide', async (_, made) => {
    const texts = [
      'the harbour bridge of Riverton '.repeat(8),
      '里弗顿港口大桥于1932年通车。'.repeat(8),
      '🌉 bridge '.repeat(20),
    ];
    for (const text of texts) {
      const shown = renderConsole(
        { ...reply(), title: '-', ...made(text) },
        { width: 30, color: false },
      );
      const lines = shown.split('\n');
      // A sign of Chinese and an emoji take two columns.
      const columns = (line: string) =>
        [...line].reduce((sum, sign) => sum + (sign > '⺀' ? 2 : 1), 0);
      expect(lines.filter((line) => columns(line) > 30)).toEqual([]);
      expect(lines.join(' ')).not.toMatch(/\b(?:harbou|bridg|Riverto)\b/);
    }
  });

  test.each(partsOfReply)(
    'shows no more of %s than somebody reads, whatever it holds',
    (_, made) => {
      for (const text of ['a', '疫苗 ', 'e\u0301', '🌉', '\n', 'https://a.example/ ']) {
        const shown = renderConsole(
          { ...reply(), title: '-', ...made(text.repeat(100_000 / text.length)) },
          { width: 80, color: false },
        );
        expect(shown.length).toBeLessThan(20_000);
        expect(shown).toContain('…');
      }
    },
  );

  test('leaves an address whole, however long', () => {
    const url = `https://archive.example/${'minutes/'.repeat(20)}`;
    const blocks = [{ kind: 'text', text: `Write to us: ${url}` } as const];
    expect(renderConsole({ ...reply(), blocks }, { width: 30, color: false })).toContain(url);
  });
});

describe('an address', () => {
  const withLink = (url: string): Reply => ({
    ...reply(),
    blocks: [{ kind: 'list', ordered: false, items: [{ text: 'A source', url }], omitted: 0 }],
  });
  const linked = { width: 80, color: true, links: true } as const;

  test('can be clicked on where the terminal knows links, and reads the same where it doesn’t', () => {
    const url = 'https://archive.example/minutes/1932-05-04';
    const shown = renderConsole(withLink(url), linked);
    expect(shown).toContain(`\u001B]8;;${url}\u001B\\`);
    expect(stripVTControlCharacters(shown)).toBe(
      renderConsole(withLink(url), { width: 80, color: false }),
    );
    expect(renderConsole(withLink(url), { width: 80, color: true })).not.toContain('\u001B]8');
  });

  test('can’t end its link and steer the terminal', () => {
    const shown = renderConsole(withLink('https://x.example/\u001B\\\u001B[2J\u0007ü'), linked);
    expect(shown).toContain('\u001B]8;;https://x.example/%1B');
    expect(shown).not.toContain('\u001B[2J');
  });
});

describe('a terminal', () => {
  const terminal = (more: object) => Object.assign(new PassThrough(), more);

  test('gets no escape codes where it is none, or wants no colours', () => {
    vi.stubEnv('FORCE_HYPERLINK', '1');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(styleFor(terminal({}))).toEqual({ width: 100, color: false, links: false });
    const plain = { isTTY: true, columns: 70, hasColors: () => false };
    expect(styleFor(terminal(plain))).toEqual({ width: 70, color: false, links: false });
  });

  test('that knows no width of its own is wrapped as a file is', () => {
    const unsized = { isTTY: true, columns: 0, hasColors: () => true };
    expect(styleFor(terminal(unsized)).width).toBe(100);
  });

  test('gets links where it is known to show them', () => {
    vi.stubEnv('FORCE_HYPERLINK', '1');
    onTestFinished(() => void vi.unstubAllEnvs());
    const capable = { isTTY: true, columns: 200, hasColors: () => true };
    expect(styleFor(terminal(capable))).toEqual({ width: 100, color: true, links: true });
  });
});
