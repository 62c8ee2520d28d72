import type { BlockAction, webApi } from '@slack/bolt';
import type { Receipt } from '../../core/bot/plan.ts';
import type { CommunityKey } from '../../core/keys.ts';
import type { Reply } from '../../core/reply/reply.ts';
import { deliverReply, type PressedMessage, replaceMessage } from './deliver-reply.ts';
import type { ListenerParts } from './listener-parts.ts';
import { openForm } from './open-form.ts';
import { answerInModal } from './press-in-modal.ts';
import { shareAnswer } from './share-answer.ts';
import { actionToPress, askerToInvocation, threadOfAction } from './slack-to-invocation.ts';
import type { UnjoinedChannels } from './unjoined-channels.ts';

/** Every button and select under an answer. What is on the home page is named `home.…` and listened to there. */
const answerActions = /^(?!home\.)/;

/** Buttons and selects under answers, in messages and in modals. */
export function listenToActions(parts: ListenerParts): void {
  const { app, bot, deliveries, askers, unjoined, answer } = parts;
  const constraints = { type: 'block_actions', action_id: answerActions } as const;

  app.action(constraints, async ({ action, body, ack, client, context }) => {
    await ack();
    const press = actionToPress(action);
    if (!press) return;
    await answer(async () => {
      const channel = body.channel?.id;
      const invocation = askerToInvocation(
        { user: body.user.id, channel, teamId: context.teamId },
        press,
      );
      const details = askers.detailsOf(client, invocation);
      const pressed = toPressedMessage(body, client, invocation.community, unjoined);
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
      if (plan.delivery === 'share') return shareAnswer(pressed, plan, press.id, deliveries);
      const reply = await plan.answer();
      await plan.delivered(await deliverPressed(pressed, reply));
    });
  });
}

async function deliverPressed(pressed: PressedMessage, reply: Reply): Promise<Receipt> {
  return reply.placement === 'replace'
    ? replaceMessage(pressed, reply)
    : deliverReply(pressed, reply);
}

/** Undefined for an action in a view, which stands in no channel. */
function toPressedMessage(
  body: BlockAction,
  client: webApi.WebClient,
  community: CommunityKey | undefined,
  unjoined: UnjoinedChannels,
): PressedMessage | undefined {
  const { channel, message, container, user, response_url: responseUrl } = body;
  if (!channel || !responseUrl) return undefined;
  return {
    client,
    community,
    unjoined,
    user: user.id,
    channel: channel.id,
    threadTs: threadOfAction(body),
    responseUrl,
    messageTs: container.is_ephemeral === true ? undefined : message?.ts,
  };
}
