import { describe, expect, test } from 'vitest';
import { renderSlack } from '../../../src/adapters/slack/render-slack.ts';
import type { Reply } from '../../../src/core/reply/reply.ts';
import { blocksSchema } from '../../support/slack/message-limits.ts';
import { blocksToShownText } from '../../support/slack/shown-text.ts';

const answer: Reply = {
  visibility: 'public',
  locale: 'en',
  tone: 'mostly-true',
  title: '◕ Mostly true',
  blocks: [
    { kind: 'quote', text: 'The bridge *opened* in <1911> & not before.' },
    { kind: 'text', text: 'The minutes say so.', mayCut: true },
    { kind: 'text', heading: 'What else to know', text: 'It closed again.', mayCut: true },
    {
      kind: 'list',
      heading: 'Sources',
      ordered: true,
      items: [
        { text: 'Minutes', url: 'https://archive.example/1', detail: 'Archive · 1911' },
        { text: 'A book', url: null, detail: 'Press · no link' },
      ],
      omitted: 3,
    },
    { kind: 'fields', fields: [{ name: 'Claim', value: 'saltmarsh/bridge' }] },
  ],
};

function shown(reply: Reply): string {
  return blocksToShownText(blocksOf(reply));
}

function blocksOf(reply: Reply) {
  return blocksSchema.parse(renderSlack(reply).blocks);
}

describe('a reply in Slack', () => {
  test('sets a field off as its language does', () => {
    const field: Reply['blocks'][number] = { kind: 'fields', fields: [{ name: 'X', value: 'y' }] };
    const inLanguage = (locale: Reply['locale']) => shown({ ...answer, blocks: [field], locale });
    expect(inLanguage('fr')).toContain('X\u00A0: y');
    expect(inLanguage('zh-CN')).toContain('X：y');
  });

  test('is a header and rich text', () => {
    expect(renderSlack(answer).blocks).toMatchInlineSnapshot(`
      [
        {
          "text": {
            "emoji": false,
            "text": "◕ Mostly true",
            "type": "plain_text",
          },
          "type": "header",
        },
        {
          "elements": [
            {
              "elements": [
                {
                  "text": "The bridge *opened* in <1911> & not before.",
                  "type": "text",
                },
              ],
              "type": "rich_text_quote",
            },
          ],
          "type": "rich_text",
        },
        {
          "elements": [
            {
              "elements": [
                {
                  "text": "The minutes say so.",
                  "type": "text",
                },
              ],
              "type": "rich_text_section",
            },
          ],
          "type": "rich_text",
        },
        {
          "elements": [
            {
              "elements": [
                {
                  "style": {
                    "bold": true,
                  },
                  "text": "What else to know",
                  "type": "text",
                },
                {
                  "text": "
      ",
                  "type": "text",
                },
                {
                  "text": "It closed again.",
                  "type": "text",
                },
              ],
              "type": "rich_text_section",
            },
          ],
          "type": "rich_text",
        },
        {
          "elements": [
            {
              "elements": [
                {
                  "style": {
                    "bold": true,
                  },
                  "text": "Sources",
                  "type": "text",
                },
              ],
              "type": "rich_text_section",
            },
            {
              "elements": [
                {
                  "elements": [
                    {
                      "text": "Minutes",
                      "type": "link",
                      "url": "https://archive.example/1",
                    },
                    {
                      "text": "
      Archive · 1911",
                      "type": "text",
                    },
                  ],
                  "type": "rich_text_section",
                },
                {
                  "elements": [
                    {
                      "text": "A book",
                      "type": "text",
                    },
                    {
                      "text": "
      Press · no link",
                      "type": "text",
                    },
                  ],
                  "type": "rich_text_section",
                },
              ],
              "style": "ordered",
              "type": "rich_text_list",
            },
            {
              "elements": [
                {
                  "text": "and 3 more",
                  "type": "text",
                },
              ],
              "type": "rich_text_section",
            },
          ],
          "type": "rich_text",
        },
        {
          "elements": [
            {
              "elements": [
                {
                  "style": {
                    "bold": true,
                  },
                  "text": "Claim: ",
                  "type": "text",
                },
                {
                  "text": "saltmarsh/bridge",
                  "type": "text",
                },
              ],
              "type": "rich_text_section",
            },
          ],
          "type": "rich_text",
        },
      ]
    `);
  });

  test('reads like this', () => {
    expect(shown(answer)).toMatchInlineSnapshot(`
      "◕ Mostly true

      > The bridge *opened* in <1911> & not before.

      The minutes say so.

      What else to know
      It closed again.

      Sources
      1. Minutes <https://archive.example/1>
         Archive · 1911
      2. A book
         Press · no link
      and 3 more

      Claim: saltmarsh/bridge"
    `);
  });

  test('says the same in the notification, escaped for the parser that reads it', () => {
    expect(renderSlack(answer).text).toMatchInlineSnapshot(`
      "◕ Mostly true

      “The bridge *opened* in &lt;1911&gt; &amp; not before.”

      The minutes say so.

      What else to know
      It closed again.

      Sources
      1. Minutes
         Archive · 1911
         https://archive.example/1
      2. A book
         Press · no link
      and 3 more

      Claim: saltmarsh/bridge"
    `);
  });

  test('keeps a title that is too long for a header, as bold text', () => {
    const title = 'Not the same claim '.repeat(20).trim();
    const [first] = renderSlack({ ...answer, title }).blocks;
    expect(first).toEqual({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [{ type: 'text', text: title, style: { bold: true } }],
        },
      ],
    });
  });

  test('links nothing but web addresses that Slack can read', () => {
    const item = (url: string): Reply => ({
      ...answer,
      blocks: [{ kind: 'list', ordered: true, items: [{ text: 'Minutes', url }], omitted: 0 }],
    });
    expect(shown(item('https://a.example/ü?q=a b'))).toContain(
      'Minutes <https://a.example/%C3%BC?q=a%20b>',
    );
    expect(shown(item('javascript:alert(1)'))).not.toContain('javascript');
    expect(shown(item(`https://a.example/${'a'.repeat(3000)}`))).toMatch(/1\. Minutes$/);
  });

  test('that is too long gives up text before sources, and says how many sources it leaves out', () => {
    const items = Array.from({ length: 60 }, (_, index) => ({
      text: `Source ${index + 1}`,
      url: `https://archive.example/${'p'.repeat(150)}/${index + 1}`,
    }));
    const long: Reply = {
      ...answer,
      blocks: [
        { kind: 'text', text: 'Because of this. '.repeat(500), mayCut: true },
        { kind: 'list', ordered: true, items, omitted: 0 },
      ],
    };
    const text = shown(long);
    expect(text).toContain('◕ Mostly true');
    expect(text).toContain('Because of this.');
    expect(text).toContain('1. Source 1 <');
    expect(text).toMatch(/and \d+ more$/);
  });
});
