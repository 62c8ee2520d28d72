import { giveAnswer } from '../../core/bot/give-answer.ts';
import { deliverReply } from './deliver-reply.ts';
import type { ListenerParts } from './listener-parts.ts';
import {
  askerToInvocation,
  checkMessageId,
  shortcutToInput,
  threadOfShortcut,
} from './slack-to-invocation.ts';
import { takeAnswer } from './take-answer.ts';

/** "Check this message", in the menu of every message, in threads as well. */
export function listenToShortcuts(parts: ListenerParts): void {
  const { app, bot, askers, unjoined, answer } = parts;
  const constraints = { type: 'message_action', callback_id: checkMessageId } as const;
  app.shortcut(constraints, async ({ shortcut, ack, client, context }) => {
    const { response_url: responseUrl } = shortcut;
    const user = shortcut.user.id;
    const channel = shortcut.channel.id;
    const invocation = askerToInvocation(
      { user, channel, teamId: context.teamId },
      shortcutToInput(shortcut),
    );
    const plan = await bot.plan(invocation, askers.detailsOf(client, invocation));
    if (!('answer' in plan)) return ack();
    const { community } = invocation;
    const way = { community, user, channel, threadTs: threadOfShortcut(shortcut), responseUrl };
    const event = `slack:${shortcut.trigger_id}`;
    const taken = await takeAnswer(parts, event, invocation, plan, way);
    await ack();
    if (!taken) return;
    const place = { ...way, client, unjoined };
    await answer(() => giveAnswer(plan, taken, (reply) => deliverReply(place, reply)));
  });
}
