import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../../src/core/bot/bot.ts';
import { withAnswers } from '../../support/answer-to.ts';
import { type RunningSlack, startSlack } from '../../support/slack/start-slack.ts';
import { createTestBot } from '../../support/test-bot.ts';

/** Repeats what it was asked, so that a test sees what arrived and how it is shown. */
function createEchoingBot(bot: Bot): Bot {
  return withAnswers(bot, async (_answer, { input }) => {
    const typed = input.kind === 'command' ? input.options.claim : undefined;
    const text = input.kind === 'text' ? input.text : String(typed ?? '');
    const blocks = [{ kind: 'text', text } as const];
    return { visibility: 'public', locale: 'en', tone: 'neutral', title: 'You said', blocks };
  });
}

describe('what people type', () => {
  let slack: RunningSlack;

  beforeAll(async () => {
    // An operator, because this is more than somebody may ask in a minute.
    const { bot } = await createTestBot({ operators: ['slack:UASKER'] });
    slack = await startSlack({ bot: createEchoingBot(bot), transport: 'http' });
  });
  afterAll(() => slack.stop());

  test.each([
    ['a ping to all', '<!channel> <!here> <!everyone> @channel'],
    ['a ping to one', '<@U1> <@U1|ann> <!subteam^S1>'],
    ['markup', '*bold* _slanted_ `code` ```block```\n> quote\n• list'],
    ['a masked link', '<https://evil.example|your bank>'],
    ['an address', 'see https://a.example/x?a=1&b=2 now'],
    ['entities', '&lt;b&gt; &amp;amp; < > &'],
    ['zero-width characters', 'sor\u200Bos\u2060 \uFEFFkrasner'],
    ['right-to-left letters', 'הטענה שלו \u200Fנכונה'],
    ['an emoji bomb', '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(40)],
    ['stacked marks', `z${'\u0351\u0315'.repeat(60)}algo`],
    ['emoji names', ':skull: :tada:'],
  ])('shows as typed: %s', async (_name, typed) => {
    for (const { text, notification, message } of [
      await slack.slash('/fact', typed),
      await slack.mention(typed),
      await slack.directMessage(typed),
    ]) {
      expect(text).toBe(`You said\n\n${typed}`);
      expect(notification).toBe(`You said\n\n${typed}`);
      expect(message.payload).toMatchObject({ unfurl_links: expect.anything() });
      expect(String(message.payload.unfurl_links)).toBe('false');
      expect(String(message.payload.mrkdwn)).toBe('false');
    }
  });

  test('cannot turn the direction of what follows it', async () => {
    const { text } = await slack.directMessage('\u202Eeurt\u202C is it');
    expect(text).toBe('You said\n\neurt is it');
  });

  test('may be a real ping, which is repeated as a name and pings nobody', async () => {
    const { text, notification } = await slack.slash('/fact', '<!channel> <@U1|ann> <#C1|talk>', {
      wire: true,
    });
    expect(text).toBe('You said\n\n@channel @ann #talk');
    expect(notification).not.toContain('[[');
  });

  test('may be 6,000 characters long', async () => {
    const typed = `start ${'<!channel> *x* & '.repeat(353)}`.slice(0, 5998).concat('zz');
    const { text, notification } = await slack.directMessage(typed);
    expect(text).toBe(`You said\n\n${typed}`);
    expect(notification).toMatch(/^You said\n\nstart <!channel>.*…$/s);
  });
});
