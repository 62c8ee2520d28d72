import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  slackToTyped,
  toShowable,
  typedToSlack,
  withoutMention,
} from '../../../src/adapters/slack/slack-text.ts';

/** Texts rich in what Slack's markup is made of. */
const typedText = fc.array(
  fc.oneof(
    fc.constantFrom('&', '<', '>', '&amp;', '&lt;', '|', '@', '#', '!', 'U1', ' ', '*', 'https://'),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  ),
);

describe('what somebody typed', () => {
  test('survives the way to Slack and back', () => {
    fc.assert(
      fc.property(typedText, (parts) => {
        const typed = parts.join('');
        expect(slackToTyped(typedToSlack(typed))).toBe(typed);
      }),
    );
  });

  test('holds nothing that Slack could take for markup once it is escaped', () => {
    fc.assert(
      fc.property(typedText, (parts) => {
        expect(typedToSlack(parts.join(''))).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
      }),
    );
  });

  test.each([
    ['<https://a.example/x?a=1&amp;b=2>', 'https://a.example/x?a=1&b=2'],
    ['see <http://a.example|a.example> now', 'see a.example now'],
    ['<https://a.example/x|a story>', 'a story https://a.example/x'],
    ['<https://a.example/long/path|a.example/long…>', 'a.example/long…'],
    ['<mailto:a@b.example|a@b.example>', 'a@b.example'],
    ['<@U1> and <@U2|ann>', '@U1 and @ann'],
    ['<#C1|general> <#C2>', '#general #C2'],
    ['<!channel> <!here|here> <!subteam^S1|@desk>', '@channel @here @desk'],
    ['<!date^1700000000^{date}|14 Nov 2023>', '14 Nov 2023'],
    ['1 &lt; 2 &amp;&amp; 3 &gt; 2', '1 < 2 && 3 > 2'],
    ['&amp;lt;', '&lt;'],
    ['&lt;!channel&gt;', '<!channel>'],
  ])('reads %s as %s', (wire, typed) => {
    expect(slackToTyped(wire)).toBe(typed);
  });
});

describe('a mention', () => {
  test.each([
    ['<@UBOT> is it true?', 'is it true?'],
    ['<@UBOT|factbot>: is it true?', 'is it true?'],
    ['is it true, <@UBOT>', 'is it true,'],
    ['<@UBOT>, <@UBOT>', ''],
    ['<@UBOT> :skull: is it true?', ':skull: is it true?'],
    ['<@UBOT> did <@UANN> say so?', 'did <@UANN> say so?'],
  ])('is taken out of %s', (wire, rest) => {
    expect(withoutMention(wire, 'UBOT')).toBe(rest);
  });
});

describe('what is shown', () => {
  test('keeps text as typed, zero-width and right-to-left letters included', () => {
    const typed = '*a* _b_ `c`\tשלום\u200B\u200F 👩‍👩‍👧\nnext';
    expect(toShowable(typed)).toBe(typed);
  });

  test('loses what would turn the direction of the text after it', () => {
    expect(toShowable('a\u202Egnp.exe\u2066b\u2069')).toBe('agnp.exeb');
  });

  test('loses control characters and replaces halves of characters, which cannot be sent', () => {
    expect(toShowable('a\u0000b\u001B[31m\uD83D')).toBe('ab[31m\uFFFD');
  });
});
