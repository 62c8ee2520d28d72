import { expect, test } from 'vitest';
import type { Input } from '../../../src/core/bot/invocation.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';

import { answerTo } from '../../support/answer-to.ts';
import { surfaceBotOptions, unclearQuestion } from '../../support/surface-bot.ts';
import { createTestBot } from '../../support/test-bot.ts';

async function checked(text: string) {
  const { bot } = await createTestBot(surfaceBotOptions);
  const input: Input = { kind: 'message', text };
  return answerTo(bot, { platform: 'discord', user: 'discord:7', input });
}

test('small talk takes no place among the ten sentences that are looked up', async () => {
  const smallTalk = 'Good morning! 🎉 Hello there! Thanks! '.repeat(4);
  const reply = await checked(`${smallTalk}Philadelphia recorded 562 homicides in 2021.`);
  expect(reply.title).toBe('1 checked claim in this message');
  expect(replyToText(reply)).not.toContain('not looked up');
});

test('a sentence that could mean several claims gets them without verdicts, and a way to read each', async () => {
  const reply = await checked(unclearQuestion);
  const text = replyToText(reply);
  expect(text).toContain('Which of these do you mean?');
  expect(text).toContain('krasner/soros-five-times-krasner');
  expect(text).toContain('krasner/soros-17m-2017-total');
  expect(text).not.toContain('Nothing on record');
  expect(text).not.toMatch(/True|False/);
  expect(reply.actions).toMatchObject([{ kind: 'select', choices: [{}, {}] }]);
});
