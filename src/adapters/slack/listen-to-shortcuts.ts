import { deliverReply } from './deliver-reply.ts';
import type { ListenerParts } from './listener-parts.ts';
import {
  askerToInvocation,
  checkMessageId,
  shortcutToInput,
  threadOfShortcut,
} from './slack-to-invocation.ts';

/** "Check this message", in the menu of every message, in threads as well. */
export function listenToShortcuts(parts: ListenerParts): void {
  const { app, bot, deliveries, askers, unjoined, answer } = parts;
  const constraints = { type: 'message_action', callback_id: checkMessageId } as const;
  app.shortcut(constraints, async ({ shortcut, ack, client, context }) => {
    await ack();
    await answer(async () => {
      if (!(await deliveries.claim(`slack:${shortcut.trigger_id}`))) return;
      const { response_url: responseUrl } = shortcut;
      const user = shortcut.user.id;
      const channel = shortcut.channel.id;
      const invocation = askerToInvocation(
        { user, channel, teamId: context.teamId },
        shortcutToInput(shortcut),
      );
      const plan = await bot.plan(invocation, askers.detailsOf(client, invocation));
      if (!('answer' in plan)) return;
      const threadTs = threadOfShortcut(shortcut);
      const { community } = invocation;
      const place = { client, community, user, channel, threadTs, responseUrl, unjoined };
      await plan.delivered(await deliverReply(place, await plan.answer()));
    });
  });
}
