import type { Context, webApi } from '@slack/bolt';
import { giveAnswer } from '../../core/bot/give-answer.ts';
import { acknowledgeMessage } from './acknowledge-late.ts';
import { deliverReply } from './deliver-reply.ts';
import type { ListenerParts } from './listener-parts.ts';
import {
  type AddressedMessage,
  askerToInvocation,
  directMessageToMessage,
  mentionToMessage,
} from './slack-to-invocation.ts';

/** Mentions and direct messages. Planned and taken on before the acknowledgement: what is not, Slack sends again. */
export function listenToMessages(parts: ListenerParts): void {
  const { app, bot, deliveries, askers, unjoined, answer } = parts;

  app.event('app_mention', ({ event, body, client, context }) =>
    answerMessage(body.event_id, mentionToMessage(event, context.botUserId ?? ''), {
      client,
      context,
    }),
  );
  app.event('message', ({ event, body, client, context }) =>
    answerMessage(body.event_id, directMessageToMessage(event, context.botUserId ?? ''), {
      client,
      context,
    }),
  );

  async function answerMessage(
    eventId: string,
    message: AddressedMessage | undefined,
    { client, context }: { client: webApi.WebClient; context: Context },
  ): Promise<void> {
    if (!message) return;
    const { user, channel, ts, threadTs, input } = message;
    const invocation = askerToInvocation({ user, channel, teamId: context.teamId }, input);
    await answer(async () => {
      const plan = await bot.plan(invocation, askers.detailsOf(client, invocation));
      if (!('answer' in plan)) return;
      const { community } = invocation;
      const address = {
        platform: 'slack',
        community,
        channel,
        thread: threadTs,
        message: undefined,
      } as const;
      const locale = askers.localeOf(invocation);
      // By the message: one mention can arrive as two events, `app_mention` and `message`, and each of them again.
      const event = `slack:${channel}:${ts}`;
      const underWay = { address, nonce: event, locale, outline: plan.outline };
      const taken = await deliveries.begin(event, underWay);
      await acknowledgeMessage(context);
      if (!taken) return;
      // Behind the answer under way: an event that was claimed first would be lost with the process.
      if (!(await deliveries.claim(`slack:${eventId}`))) return taken.ended();
      const place = { client, community, user, channel, threadTs, unjoined, nonce: event };
      await giveAnswer(plan, taken, (reply) => deliverReply(place, reply));
    });
  }
}
