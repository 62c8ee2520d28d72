import type { Context, webApi } from '@slack/bolt';
import { deliverReply } from './deliver-reply.ts';
import type { ListenerParts } from './listener-parts.ts';
import {
  type AddressedMessage,
  askerToInvocation,
  directMessageToMessage,
  mentionToMessage,
} from './slack-to-invocation.ts';

/** Mentions and direct messages. Bolt acknowledges events itself, before it calls a listener. */
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
      const { community } = invocation;
      const address = {
        platform: 'slack',
        community,
        channel,
        thread: threadTs,
        message: undefined,
      } as const;
      // By the message: one mention can arrive as two events, `app_mention` and `message`, and each of them again.
      const taken = await deliveries.begin(`slack:${channel}:${ts}`, { address });
      if (!taken) return;
      try {
        // Behind the answer under way: an event that was claimed first would be lost with the process.
        if (!(await deliveries.claim(`slack:${eventId}`))) return;
        const plan = await bot.plan(invocation, askers.detailsOf(client, invocation));
        if (!('answer' in plan)) return;
        await taken.planned(plan.outline);
        const responseUrl = undefined;
        const place = { client, community, user, channel, threadTs, responseUrl, unjoined };
        const reply = await plan.answer();
        await taken.posting();
        await plan.delivered(await deliverReply(place, reply));
      } finally {
        await taken.ended();
      }
    });
  }
}
