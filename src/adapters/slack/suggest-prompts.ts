import { webApi } from '@slack/bolt';
import type { Bot, Visitor } from '../../core/bot/bot.ts';
import type { Log } from '../../core/ports/log.ts';
import { textsFor } from '../../core/texts/texts.ts';
import { errorCode, withRetries } from './web-api.ts';

/** Slack shows four; one of them is help. Their length is undocumented, so it is that of an option. */
const limits = { count: 3, labelLength: 75, valueLength: 75 } as const;

export interface PromptRequest {
  readonly bot: Bot;
  readonly client: webApi.WebClient;
  readonly channel: string;
  readonly visitor: Visitor;
  readonly log: Log;
}

/**
 * Offers the claims that the workspace was told most, and help, where somebody opens the conversation with the bot in Slack's
 * agent view (docs.slack.dev, ai/developing-agents). No history is read for it: what is chosen is sent as a message.
 */
export async function suggestPrompts(request: PromptRequest): Promise<void> {
  const { bot, client, channel, visitor, log } = request;
  const t = textsFor(visitor.locale);
  const claims = await bot.suggest({ suggest: 'claim', typed: '', ...visitor }, limits);
  if (claims.length === 0) return;
  const prompts = [
    ...claims.map(({ label, value }) => ({ title: label, message: value })),
    { title: t('help.how'), message: 'help' },
  ];
  const title = t('help.title');
  try {
    await withRetries(() =>
      client.assistant.threads.setSuggestedPrompts({ channel_id: channel, title, prompts }),
    );
  } catch (error) {
    // Slack has the agent view on paid plans only; elsewhere this is an ordinary conversation.
    if (!(error instanceof webApi.WebAPIPlatformError)) throw error;
    log.info({ code: errorCode(error) }, 'Slack: no prompts can be suggested here');
  }
}
