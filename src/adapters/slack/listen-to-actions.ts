import type { BlockAction } from '@slack/bolt';
import { giveAnswer } from '../../core/bot/give-answer.ts';
import type { Receipt } from '../../core/bot/plan.ts';
import type { CommunityKey } from '../../core/keys.ts';
import type { Reply } from '../../core/reply/reply.ts';
import type { MessageWay } from './answer-way.ts';
import { deliverReply, type PressedMessage, replaceMessage } from './deliver-reply.ts';
import type { ListenerParts } from './listener-parts.ts';
import { openForm } from './open-form.ts';
import { answerInModal } from './press-in-modal.ts';
import { shareAnswer, takePressedShare } from './share-answer.ts';
import { actionToPress, askerToInvocation, threadOfAction } from './slack-to-invocation.ts';
import { takeAnswer } from './take-answer.ts';

/** Every button and select under an answer. What is on the home page is named `home.…` and listened to there. */
const answerActions = /^(?!home\.)/;

/** Buttons and selects under answers, in messages and in modals. */
export function listenToActions(parts: ListenerParts): void {
  const { app, bot, deliveries, askers, unjoined, answer } = parts;
  const constraints = { type: 'block_actions', action_id: answerActions } as const;

  app.action(constraints, async ({ action, body, ack, client, context }) => {
    const press = actionToPress(action);
    if (!press) return ack();
    const channel = body.channel?.id;
    const invocation = askerToInvocation(
      { user: body.user.id, channel, teamId: context.teamId },
      press,
    );
    const details = askers.detailsOf(client, invocation);
    const plan = await bot.plan(invocation, details);
    const event = `slack:${body.trigger_id}`;
    const way = pressToWay(body, invocation.community);
    const pressed = way && { ...way, client, unjoined };
    if (pressed && 'answer' in plan) {
      const isShare = plan.delivery === 'share';
      const taken = isShare
        ? await takePressedShare(deliveries, event, press.id, way, plan)
        : await takeAnswer(parts, event, invocation, plan, way);
      await ack();
      if (!taken) return;
      await answer(() =>
        isShare
          ? shareAnswer(pressed, plan, taken)
          : giveAnswer(plan, taken, (reply) => deliverPressed(pressed, reply)),
      );
      return;
    }
    await ack();
    if (plan.delivery === 'none') return;
    await answer(async () => {
      const [isFirst] = await Promise.all([
        deliveries.claim(event),
        // A form must open within three seconds, so its language is asked for in the meantime.
        details.locale(),
      ]);
      if (!isFirst) return;
      if (!pressed) return answerInModal({ client, body, plan });
      if (plan.delivery !== 'form') return;
      await openForm({ opened: plan.form(), place: pressed, triggerId: body.trigger_id });
    });
  });
}

async function deliverPressed(pressed: PressedMessage, reply: Reply): Promise<Receipt> {
  return reply.placement === 'replace'
    ? replaceMessage(pressed, reply)
    : deliverReply(pressed, reply);
}

/** Undefined for an action in a view, which stands in no channel. */
function pressToWay(
  body: BlockAction,
  community: CommunityKey | undefined,
): (MessageWay & Pick<PressedMessage, 'responseUrl'>) | undefined {
  const { channel, message, container, user, response_url: responseUrl } = body;
  if (!channel || !responseUrl) return undefined;
  return {
    community,
    user: user.id,
    channel: channel.id,
    threadTs: threadOfAction(body),
    responseUrl,
    messageTs: container.is_ephemeral === true ? undefined : message?.ts,
  };
}
