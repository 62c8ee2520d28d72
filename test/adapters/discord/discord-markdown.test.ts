import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  escapeLine,
  escapeText,
  linkTo,
  visibleText,
} from '../../../src/adapters/discord/discord-markdown.ts';
import { showDiscordText } from '../../support/discord/discord-text.ts';

const hostile = [
  '@everyone and @here',
  '<@&1> <@123456789012345678> <@!1> <#5> <t:1700000000:R> </fact:123> <id:customize> <a:dance:42>',
  '**bold** __under__ _it_ *it* ~~gone~~ ||spoiler|| `code`',
  '```js\ncode\n```',
  '# heading\n## two\n-# small',
  '- item\n* item\n  - deeper\n1. one\n12. twelve',
  '> quote\n>>> all of it',
  '[trust me](https://evil.example) [and me](<https://evil.example>)',
  'see https://evil.example/a_b_c and http://evil.example or <https://evil.example>',
  'steam://run/1 discord://x :skull: :a::b:',
  '\\*already\\* escaped \\',
  "¯\\_(ツ)_/¯ it's 10:30: 5 * 3 = 15, a_b",
];

describe('escapeText', () => {
  test.each(hostile)('shows %j as typed, and nothing in it comes alive', (text) => {
    expect(showDiscordText(escapeText(text))).toEqual({ text, markup: [] });
  });

  test('has something to do: unescaped, Discord would read these as markup', () => {
    const alive = hostile.filter((text) => showDiscordText(text).markup.length > 0);
    expect(alive).toHaveLength(hostile.length - 2);
  });

  test('shows any text as typed, and nothing in it comes alive', () => {
    const markup = fc.constantFrom(
      ...[
        '*',
        '**',
        '_',
        '__',
        '~~',
        '||',
        '`',
        '```',
        '<',
        '>',
        '[',
        ']',
        '(',
        ')',
        '\\',
        '#',
        '- ',
      ],
      ...[
        '1. ',
        '-# ',
        '@everyone',
        '<@1>',
        '<:a:1>',
        ':smile:',
        'https://e.example',
        '\n',
        ' ',
        'word',
      ],
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(markup).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        expect(showDiscordText(escapeText(typed))).toEqual({
          text: visibleText(typed),
          markup: [],
        });
      }),
    );
  });

  test('leaves nothing alive when it stands behind a quote mark or a list number', () => {
    for (const text of hostile) {
      const [line = ''] = escapeText(text).split('\n');
      expect(showDiscordText(`> ${line}`).markup).toEqual(['quote']);
      expect(showDiscordText(`1. ${line}`).markup).toEqual(['list']);
    }
  });

  test('removes what turns a text around or hides in it', () => {
    expect(escapeText('paid \u202E000,1$\u202C, \u2066no\u2069 more\u200B\u2060\uFEFF')).toBe(
      'paid 000,1$, no more',
    );
    expect(escapeText('bell\u0007 and \u0000null')).toBe('bell and null');
  });

  test('keeps the joiners that Persian and emoji families need', () => {
    expect(escapeText('می‌خواهم 👩‍👩‍👧')).toBe('می‌خواهم 👩‍👩‍👧');
  });

  test('makes half a character whole', () => {
    expect(escapeText('\uD83D!')).toBe('\uFFFD!');
  });
});

test('escapeLine keeps everything on one line', () => {
  expect(escapeLine('two\nlines\r\nand\u2028more')).toBe('two lines and more');
});

describe('linkTo', () => {
  const shown = (text: string, url: string) => showDiscordText(linkTo(text, url));

  test('links a title', () => {
    expect(linkTo('The *Times*', 'https://times.example/a_b?c=1')).toBe(
      '[The \\*Times\\*](<https://times.example/a_b?c=1>)',
    );
  });

  test('does not let a title or an address end the link early', () => {
    expect(shown('Video] (x) [more', 'https://e.example/a(b)>c d"e[f]')).toEqual({
      text: 'Video) (x) (more <https://e.example/a%28b%29%3Ec%20d%22e%5Bf%5D>',
      markup: ['link'],
    });
  });

  test('shows the address of a title that looks like an address itself', () => {
    expect(shown('https://bank.example', 'https://evil.example/')).toEqual({
      text: 'https://bank.example <https://evil.example/>',
      markup: ['link'],
    });
  });

  test.each([
    'javascript:alert(1)',
    'discord://x',
    'not an address',
    `https://e.example/${'a'.repeat(3000)}`,
  ])('shows the title alone for %.40s', (url) => {
    expect(shown('Title', url)).toEqual({ text: 'Title', markup: [] });
  });

  test('is one link to the given host, whatever title and address are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.webUrl({ withQueryParameters: true }),
        (text, url) => {
          const { markup, text: read } = shown(text, url);
          expect(markup).toEqual(['link']);
          expect(read).toContain(`<${new URL(url).origin}`);
        },
      ),
    );
  });
});
