import type { Bot } from '../../src/core/bot/bot.ts';
import { parseCommandLine } from '../../src/core/bot/command-line.ts';
import type { Invocation } from '../../src/core/bot/invocation.ts';
import { replyToText } from '../../src/core/reply/reply-text.ts';
import { answerTo } from './answer-to.ts';

const inTheTerminal = { platform: 'console', user: 'console:local' } as const;

/** What the bot says to an operator who types the line after `/fact-admin`. */
export async function adminSays(
  bot: Bot,
  line: string,
  operator: Pick<Invocation, 'platform' | 'user'> = inTheTerminal,
): Promise<string> {
  const command = bot.commands.find(({ name }) => name === 'fact-admin');
  if (!command) throw new Error('no fact-admin');
  const input = parseCommandLine(command, line);
  return replyToText(await answerTo(bot, { ...operator, input }));
}
