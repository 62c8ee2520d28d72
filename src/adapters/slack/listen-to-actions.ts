import type { BlockAction, webApi } from '@slack/bolt';
import { deliverReply, type PressedMessage, replaceMessage } from './deliver-reply.ts';
import type { ListenerParts } from './listener-parts.ts';
import { openForm } from './open-form.ts';
import { answerInModal } from './press-in-modal.ts';
import { shareAnswer } from './share-answer.ts';
import { actionToPress, askerToInvocation, threadOfAction } from './slack-to-invocation.ts';

/** Every button and select under an answer. What is on the home page is named `home.…` and listened to there. */
const answerActions = /^(?!home\.)/;

/** Buttons and selects under answers, in messages and in modals. */
export function listenToActions(parts: ListenerParts): void {
  const { app, bot, deliveries, invocations, answer } = parts;
  const constraints = { type: 'block_actions', action_id: answerActions } as const;

  app.action(constraints, async ({ action, body, ack, client, context }) => {
    await ack();
    const press = actionToPress(action);
    if (!press) return;
    await answer(async () => {
      const channel = body.channel?.id;
      const asker = { user: body.user.id, channel, teamId: context.teamId };
      const [isFirst, invocation] = await Promise.all([
        deliveries.claim(`slack:${body.trigger_id}`),
        invocations.complete(client, askerToInvocation(asker, press)),
      ]);
      if (!isFirst) return;
      const pressed = toPressedMessage(body, client);
      if (!pressed) return answerInModal({ bot, client, body, invocation });
      const delivery = bot.delivery(invocation);
      if (delivery === 'form') {
        const { trigger_id: triggerId } = body;
        return openForm({ bot, invocation, place: pressed, triggerId });
      }
      const reply = await bot.answer(invocation, delivery);
      if (reply.sharedBy) await shareAnswer(pressed, reply, press.id, deliveries);
      else if (reply.placement === 'replace') await replaceMessage(pressed, reply);
      else await deliverReply(pressed, reply);
    });
  });
}

/** Undefined for an action in a view, which stands in no channel. */
function toPressedMessage(body: BlockAction, client: webApi.WebClient): PressedMessage | undefined {
  const { channel, message, container, user, response_url: responseUrl } = body;
  if (!channel || !responseUrl) return undefined;
  return {
    client,
    user: user.id,
    channel: channel.id,
    threadTs: threadOfAction(body),
    responseUrl,
    messageTs: container.is_ephemeral === true ? undefined : message?.ts,
  };
}
