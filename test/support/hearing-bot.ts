import type { Bot } from '../../src/core/bot/bot.ts';
import type { Invocation } from '../../src/core/bot/invocation.ts';
import { createTestBot } from './test-bot.ts';

/** The real bot, and the words that it was addressed with or given to check, as they came in. */
export async function createHearingBot(): Promise<{ bot: Bot; heard: readonly string[] }> {
  const { bot } = await createTestBot({
    operators: ['slack:UASKER', 'discord:400000000000000001'],
  });
  const heard: string[] = [];
  const hear = ({ input }: Invocation): void => {
    if (input.kind === 'text' || input.kind === 'message') heard.push(input.text);
  };
  return {
    heard,
    bot: {
      ...bot,
      plan(invocation, details) {
        hear(invocation);
        return bot.plan(invocation, details);
      },
    },
  };
}
