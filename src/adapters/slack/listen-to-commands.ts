import { deliverReply } from './deliver-reply.ts';
import type { ListenerParts } from './listener-parts.ts';
import { openForm } from './open-form.ts';
import { askerToInvocation, slashCommandToInput } from './slack-to-invocation.ts';

/** Slash commands. Slack has none in threads. */
export function listenToCommands(parts: ListenerParts): void {
  const { app, bot, deliveries, invocations, answer } = parts;
  for (const command of bot.commands) {
    app.command(`/${command.name}`, async ({ command: body, ack, client, context }) => {
      const { user_id: user, channel_id: channel, trigger_id: triggerId } = body;
      const asker = { user, channel, teamId: context.teamId };
      const invocation = askerToInvocation(asker, slashCommandToInput(command, body));
      // Slack gives up after 3 s, so acknowledge before the work. `in_channel` also shows what was asked.
      const delivery = bot.delivery(invocation);
      await (delivery === 'public' ? ack({ response_type: 'in_channel' }) : ack());
      await answer(async () => {
        const [isFirst, complete] = await Promise.all([
          deliveries.claim(`slack:${triggerId}`),
          invocations.complete(client, invocation),
        ]);
        if (!isFirst) return;
        const { response_url: responseUrl } = body;
        const place = { client, user, channel, threadTs: undefined, responseUrl };
        if (delivery === 'form') await openForm({ bot, invocation: complete, place, triggerId });
        else await deliverReply(place, await bot.answer(complete, delivery));
      });
    });
  }
}
