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
  const { app, bot, deliveries, askers, answer } = parts;
  const constraints = { type: 'block_actions', action_id: answerActions } as const;

  app.action(constraints, async ({ action, body, ack, client, context }) => {
    await ack();
    const press = actionToPress(action);
    if (!press) return;
    await answer(async () => {
      const channel = body.channel?.id;
      const pressed = toPressedMessage(body, client);
      const invocation = askerToInvocation(
        { user: body.user.id, channel, teamId: context.teamId },
        press,
      );
      const details = askers.detailsOf(client, invocation);
      const [isFirst, plan] = await Promise.all([
        deliveries.claim(`slack:${body.trigger_id}`),
        bot.plan(invocation, details),
        // A form must open within three seconds, so its language is asked for in the meantime.
        details.locale(),
      ]);
      if (!isFirst || plan.delivery === 'none') return;
      if (!pressed) return answerInModal({ client, body, plan });
      if (plan.delivery === 'form') {
        const { trigger_id: triggerId } = body;
        return openForm({ opened: plan.form(), place: pressed, triggerId });
      }
      const reply = await plan.answer();
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
