import { giveAnswer } from '../../core/bot/give-answer.ts';
import { deliverReply } from './deliver-reply.ts';
import type { ListenerParts } from './listener-parts.ts';
import { openForm } from './open-form.ts';
import { askerToInvocation, slashCommandToInput } from './slack-to-invocation.ts';
import { takeAnswer } from './take-answer.ts';

/**
 * Slash commands, also those that Slack knows and this bot doesn't: the app's settings there may be of another version. Slack
 * has none in threads.
 */
export function listenToCommands(parts: ListenerParts): void {
  const { app, bot, deliveries, askers, unjoined, answer } = parts;
  app.command(/^/, async ({ command: body, ack, client, context }) => {
    const { user_id: user, channel_id: channel, trigger_id: triggerId } = body;
    const invocation = askerToInvocation(
      { user, channel, teamId: context.teamId },
      slashCommandToInput(bot.commands, body),
    );
    const details = askers.detailsOf(client, invocation);
    const plan = await bot.plan(invocation, details);
    const event = `slack:${triggerId}`;
    const way = {
      community: invocation.community,
      user,
      channel,
      responseUrl: body.response_url,
    };
    const place = { ...way, client, unjoined };
    if ('answer' in plan) {
      const taken = await takeAnswer(parts, event, invocation, plan, way);
      // Slack gives up after 3 s, so acknowledge before the work. `in_channel` also shows what was asked.
      await (plan.delivery === 'public' ? ack({ response_type: 'in_channel' }) : ack());
      if (!taken) return;
      await answer(() => giveAnswer(plan, taken, (reply) => deliverReply(place, reply)));
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
      if (isFirst) await openForm({ opened: plan.form(), place, triggerId });
    });
  });
}
