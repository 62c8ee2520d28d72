import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderDiscord } from '../../../src/adapters/discord/render-discord.ts';
import type { Block, Reply } from '../../../src/core/reply/reply.ts';
import { locales } from '../../../src/core/texts/texts.ts';
import { answerTo } from '../../support/answer-to.ts';
import { anyReply } from '../../support/discord/any-reply.ts';
import { messageToSeen } from '../../support/discord/ledger.ts';
import { messageRules } from '../../support/discord/payload-rules.ts';
import { createTestBot } from '../../support/test-bot.ts';

const seen = (answer: Reply) => messageToSeen(messageRules.parse(renderDiscord(answer)), false);

describe('renderDiscord', () => {
  test('shows every shipped claim within the limits, in every language', async () => {
    const { bot, library } = await createTestBot();
    const asked = [...library.current.claims].flatMap(({ ref }) =>
      locales.map((locale) => ({ ref, locale })),
    );
    for (const { ref, locale } of asked) {
      const options = { claim: ref, detail: 'full' };
      const input = { kind: 'command', command: 'fact', options } as const;
      const user = `discord:${ref}` as const;
      const shown = seen(await answerTo(bot, { platform: 'discord', user, locale, input }));
      const claim = library.current.find(ref);
      expect(shown.text).toContain(claim?.claim);
      if (claim?.verification.status === 'verified') expect(shown.text).toContain(ref);
      expect(shown.buttons.length).toBeGreaterThan(1);
    }
  });

  test('keeps any reply within Discord’s limits, with its title and its first source', () => {
    fc.assert(
      fc.property(anyReply, fc.webUrl(), ({ title, blocks, ...rest }, url) => {
        const sources: Block = {
          kind: 'list',
          ordered: true,
          items: [
            { text: 'The first source', url },
            ...Array(30).fill({ text: 'Another', url: 'https://news.example', detail: 'May 2017' }),
          ],
          omitted: 0,
        };
        const { text } = seen({ ...rest, title: `Verdict ${title}`, blocks: [...blocks, sources] });
        expect(text).toMatch(/^Verdict/);
        expect(text).toContain('1. The first source <http');
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
