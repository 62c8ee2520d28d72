import { describe, expect, test } from 'vitest';
import { renderDiscord } from '../../../src/adapters/discord/render-discord.ts';
import { verdicts } from '../../../src/core/claims/verdict.ts';
import type { Action } from '../../../src/core/reply/action.ts';
import type { Block, ListItem, Reply } from '../../../src/core/reply/reply.ts';
import { messageToSeen } from '../../support/discord/ledger.ts';
import { messageRules } from '../../support/discord/payload-rules.ts';

const reply = (title: string, ...blocks: Block[]): Reply => ({
  visibility: 'public',
  locale: 'en',
  tone: 'false',
  title,
  blocks,
});
const seen = (answer: Reply) => messageToSeen(messageRules.parse(renderDiscord(answer)), false);

const source = (text: string, url: string | null = `https://news.example/${text}`): ListItem => ({
  text,
  url,
  detail: 'The Times · May 2017 · supports',
});

describe('renderDiscord', () => {
  test('puts the outcome into the title and everything else into the description, in order', () => {
    const answer = reply(
      '✗ False',
      { kind: 'quote', text: 'The moon is made of *cheese*.\nAll of it.' },
      { kind: 'text', text: 'It is rock. Samples show it.', mayCut: true },
      { kind: 'text', heading: 'What else to know', text: 'Nobody has tasted it.' },
      {
        kind: 'list',
        heading: 'Sources',
        ordered: true,
        items: [source('Samples'), source('A book [old]', null)],
        omitted: 3,
      },
      { kind: 'list', ordered: false, items: [{ text: '− moon/cheese' }], omitted: 0 },
      {
        kind: 'fields',
        fields: [
          { name: 'Verification', value: 'Verified 22 Nov 2026' },
          { name: 'Claim', value: 'moon/cheese' },
        ],
      },
    );
    const { embeds } = renderDiscord(answer);
    expect(embeds.map(({ title, color }) => ({ title, color }))).toEqual([
      { title: '✗ False', color: 0xc62828 },
    ]);
    expect(embeds[0]?.description).toMatchInlineSnapshot(`
      "> The moon is made of \\*cheese\\*.
      > All of it.

      It is rock. Samples show it.

      **What else to know**
      Nobody has tasted it.

      **Sources**
      1. [Samples](<https://news.example/Samples>)
         The Times · May 2017 · supports
      2. A book \\[old\\]
         The Times · May 2017 · supports
      and 3 more

      - − moon/cheese

      **Verification:** Verified 22 Nov 2026
      **Claim:** moon/cheese"
    `);
    expect(seen(answer).text).toMatchInlineSnapshot(`
      "✗ False

      | The moon is made of *cheese*.
      | All of it.

      It is rock. Samples show it.

      What else to know
      Nobody has tasted it.

      Sources
      1. Samples <https://news.example/Samples>
         The Times · May 2017 · supports
      2. A book [old]
         The Times · May 2017 · supports
      and 3 more

      - − moon/cheese

      Verification: Verified 22 Nov 2026
      Claim: moon/cheese"
    `);
  });

  test('keeps the lines of a field apart, such as whom to tell about each pack', () => {
    const { embeds } = renderDiscord(
      reply('Help', {
        kind: 'fields',
        fields: [{ name: 'Corrections', value: 'Write to the desk.\nOpen an issue.' }],
      }),
    );
    expect(embeds[0]?.description).toBe('**Corrections:** Write to the desk.\nOpen an issue.');
  });

  test('sets a field off as its language does, with the spaces of print', () => {
    const label = (locale: Reply['locale']) =>
      renderDiscord({
        ...reply('…', { kind: 'fields', fields: [{ name: 'X', value: 'y' }] }),
        locale,
      }).embeds[0]?.description;
    expect(label('fr')).toBe('**X\u00A0:** y');
    expect(label('zh-CN')).toBe('**X：**y');
  });

  test('keeps the words of a source on a line of their own, below where they come from', () => {
    const { embeds } = renderDiscord(
      reply('Sources', {
        kind: 'list',
        ordered: true,
        items: [{ text: 'A book', detail: 'The Press · 2017\n“Nobody has *tasted* it.”' }],
        omitted: 0,
      }),
    );
    expect(embeds[0]?.description).toBe(
      '1. A book\n   The Press · 2017\n   “Nobody has \\*tasted\\* it.”',
    );
  });

  test('gives a title that is too long for its place the first line instead of cutting it', () => {
    const title = `It was said that ${'really '.repeat(50)}`.trim();
    const { embeds } = renderDiscord(reply(title, { kind: 'text', text: 'No.' }));
    expect(embeds).toEqual([{ color: 0xc62828, description: `**${title}**\n\nNo.` }]);
  });

  test('goes on in a second embed where one is full, and never splits a line', () => {
    const line = 'word '.repeat(300).trim();
    const text = [line, line, line].join('\n');
    const { embeds } = renderDiscord(reply('Long', { kind: 'text', text }));
    expect(embeds.map(({ title, description }) => [title, description])).toEqual([
      ['Long', `${line}\n${line}`],
      [undefined, line],
    ]);
  });

  test('shortens the texts that may be cut before it drops a source', () => {
    const answer = reply(
      '✗ False',
      { kind: 'text', text: 'Because. '.repeat(700), mayCut: true },
      {
        kind: 'list',
        ordered: true,
        items: Array.from({ length: 9 }, (_, index) => source(`S${index}`)),
        omitted: 0,
      },
    );
    const { text } = seen(answer);
    expect(text).toContain('…');
    expect(text).toContain('S8 <https://news.example/S8>');
    expect(text).not.toContain('more');
  });

  test('drops sources from the end, says how many, and keeps the first', () => {
    const answer = reply('✗ False', {
      kind: 'list',
      heading: 'Sources',
      ordered: true,
      items: Array.from({ length: 40 }, (_, index) =>
        source(`S${index}`, `https://e.example/${'x'.repeat(400)}`),
      ),
      omitted: 0,
    });
    const { text } = seen(answer);
    const kept = text.match(/^\d+\. S\d+/gm) ?? [];
    expect(kept[0]).toBe('1. S0');
    expect(text).toMatch(new RegExp(`and ${40 - kept.length} more$`));
  });

  test('numbers an ordered list on from where it starts', () => {
    const items = [source('S6'), source('S7')];
    const { text } = seen(
      reply('Sources', { kind: 'list', ordered: true, start: 6, items, omitted: 0 }),
    );
    expect(text.match(/^\d+\. S\d/gm)).toEqual(['6. S6', '7. S7']);
  });

  test('puts buttons side by side, five to a row, and each select in a row of its own', () => {
    const button = (id: string): Action => ({ kind: 'button', id, label: `Button ${id}` });
    const select: Action = {
      kind: 'select',
      id: 'select',
      prompt: 'Choose one',
      choices: [{ label: 'This', value: '0' }],
    };
    const actions = [...'abcdef'].map(button).concat(select, button('g'));
    const { components } = renderDiscord({ ...reply('Title'), actions });
    expect(components.map((row) => row.components.length)).toEqual([5, 1, 1, 1]);
    expect(seen({ ...reply('Title'), actions }).choices).toEqual(['This']);
  });

  test('has a colour for every tone', () => {
    for (const tone of [...verdicts, 'neutral', 'error'] as const) {
      expect(renderDiscord({ ...reply('Title'), tone }).embeds[0]?.color).toBeTypeOf('number');
    }
  });

  test('sends nothing empty', () => {
    expect(
      renderDiscord(reply('  ', { kind: 'text', text: '\u200B' }, { kind: 'fields', fields: [] })),
    ).toEqual({
      embeds: [{ color: 0xc62828, title: '…' }],
      components: [],
    });
  });
});
