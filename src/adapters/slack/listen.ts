import type { App, Context, webApi } from '@slack/bolt';
import type { Bot } from '../../core/bot.ts';
import type { Deliveries } from '../../core/deliveries.ts';
import type { Log } from '../../core/log.ts';
import { deliverToCommand, deliverToMessage } from './deliver-reply.ts';
import {
  type AddressedMessage,
  directMessageToMessage,
  mentionToMessage,
  slashCommandToInvocation,
} from './slack-to-invocation.ts';
import { errorFields } from './web-api.ts';
import type { WorkUnderWay } from './work-under-way.ts';

export interface ListenerParts {
  readonly app: App;
  readonly bot: Bot;
  readonly deliveries: Deliveries;
  readonly underWay: WorkUnderWay;
  readonly log: Log;
  /** Told of every answer that could not be delivered. */
  readonly onUndelivered: (error: unknown) => void;
}

/**
 * Subscribes the bot to its slash commands, mentions and direct messages. One process may serve many workspaces: what
 * belongs to one, Bolt's `client` with its token and the bot's own user id, comes with each request.
 */
export function listen(parts: ListenerParts): void {
  const { app, bot, deliveries, underWay, log, onUndelivered } = parts;

  for (const command of bot.commands) {
    app.command(`/${command.name}`, async ({ command: body, ack, respond, client }) => {
      const invocation = slashCommandToInvocation(command, body);
      // Slack gives up after 3 s, so acknowledge before the work. `in_channel` also shows what was asked.
      const delivery = bot.delivery(invocation);
      const isPublic = delivery === 'public';
      await (isPublic ? ack({ response_type: 'in_channel' }) : ack());
      await answer(async () => {
        if (!(await deliveries.claim(`slack:${body.trigger_id}`))) return;
        await deliverToCommand(client, respond, body, await bot.answer(invocation, delivery));
      });
    });
  }

  // Bolt acknowledges events itself, before it calls a listener.
  app.event('app_mention', ({ event, body, client, context }) =>
    answerMessage(client, body.event_id, mentionToMessage(event, botUserOf(context))),
  );
  app.event('message', ({ event, body, client, context }) =>
    answerMessage(client, body.event_id, directMessageToMessage(event, botUserOf(context))),
  );
  app.error(async (error) => {
    log.error(errorFields(error), 'Slack: a request could not be handled');
  });

  async function answerMessage(
    web: webApi.WebClient,
    eventId: string,
    message: AddressedMessage | undefined,
  ) {
    if (!message) return;
    await answer(async () => {
      if (!(await deliveries.claim(`slack:${eventId}`))) return;
      // One mention can arrive as two events, `app_mention` and `message`.
      if (!(await deliveries.claim(`slack:${message.channel}:${message.ts}`))) return;
      const delivery = bot.delivery(message.invocation);
      if (delivery === 'none') return;
      await deliverToMessage(web, message, await bot.answer(message.invocation, delivery));
    });
  }

  function answer(work: () => Promise<void>): Promise<void> {
    return underWay.track(work().catch(onUndelivered));
  }
}

/** Known for every workspace: `authorize` tells Bolt. */
function botUserOf({ botUserId = '' }: Context): string {
  return botUserId;
}
