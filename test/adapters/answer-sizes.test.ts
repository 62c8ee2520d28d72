import { describe, expect, test } from 'vitest';
import { renderDiscord } from '../../src/adapters/discord/render-discord.ts';
import { renderSlack } from '../../src/adapters/slack/render-slack.ts';
import type { Reply } from '../../src/core/reply/reply.ts';
import { type Locale, locales } from '../../src/core/texts/texts.ts';
import { answerTo } from '../support/answer-to.ts';
import { messageToSeen } from '../support/discord/ledger.ts';
import { messageRules } from '../support/discord/payload-rules.ts';
import { blocksSchema } from '../support/slack/message-limits.ts';
import { blocksToShownText } from '../support/slack/shown-text.ts';
import { createTestBot } from '../support/test-bot.ts';

/** What is read on each platform: an address stands behind its link and is not seen. */
const readOn: Readonly<Record<'discord' | 'slack', (reply: Reply) => string>> = {
  discord: (reply) =>
    withoutAddresses(messageToSeen(messageRules.parse(renderDiscord(reply)), false).text),
  slack: (reply) =>
    withoutAddresses(blocksToShownText(blocksSchema.parse(renderSlack(reply).blocks))),
};

function withoutAddresses(text: string): string {
  return text.replace(/ <https:[^>]*>/g, '');
}

/** Characters to a line of a phone 390 points wide, and its lines between the header and the buttons. */
const phone = { columns: 42, lines: 28 };

/** Rows of text on a phone; Chinese takes two columns a character. */
function rowsOf(text: string): number {
  const widthOf = (line: string): number => line.replace(/\p{scx=Han}/gu, 'xx').length;
  return text
    .split('\n')
    .map((line) => Math.max(1, Math.ceil(widthOf(line) / phone.columns)))
    .reduce((sum, rows) => sum + rows, 0);
}

const { bot, library } = await createTestBot();

function answersIn(locale: Locale): Promise<readonly Reply[]> {
  const claims = [...library.current.claims];
  return Promise.all(
    claims.map(({ ref }) => {
      const input = { kind: 'command', command: 'fact', options: { claim: ref } } as const;
      return answerTo(bot, { platform: 'slack', user: `slack:${ref}`, locale, input });
    }),
  );
}

describe.each(['discord', 'slack'] as const)('an answer on %s', (platform) => {
  test.each(locales)('fits a chat for every shipped claim, in %s', async (locale) => {
    const texts = (await answersIn(locale)).map(readOn[platform]);
    const long = texts.filter((text) => text.length > 700 || rowsOf(text) > phone.lines);
    expect(texts.filter((text) => text.length > 1100)).toEqual([]);
    expect(long.length / texts.length, long.join('\n---\n')).toBeLessThanOrEqual(0.1);
  });
});
