import { deliverDirectly, eitherWay } from './deliver-reply.ts';
import type { ListenerParts } from './listener-parts.ts';
import { homeSearchId, replyToHome, replyToModal } from './reply-to-view.ts';
import { askerToInvocation, askerToVisitor } from './slack-to-invocation.ts';
import { suggestPrompts } from './suggest-prompts.ts';
import { withRetries } from './web-api.ts';

/** The home page with its search box, and the questions that Slack's agent view suggests. */
export function listenToHome(parts: ListenerParts): void {
  const { app, bot, deliveries, askers, log, answer } = parts;

  app.event('app_home_opened', ({ event, client, context }) =>
    answer(async () => {
      const { user, channel, tab } = event;
      const asker = askerToVisitor({ user, channel, teamId: context.teamId });
      const visitor = { ...asker, locale: await askers.detailsOf(client, asker).locale() };
      if (tab === 'messages') return suggestPrompts({ bot, client, channel, visitor, log });
      const home = await bot.home(visitor);
      if (!home) return;
      const view = replyToHome(home);
      await withRetries(() => client.views.publish({ user_id: user, view }));
    }),
  );

  const constraints = { type: 'block_actions', action_id: homeSearchId } as const;
  app.action(constraints, async ({ action, body, ack, client, context }) => {
    await ack();
    const claim = action.type === 'plain_text_input' ? (action.value ?? '').trim() : '';
    if (claim === '') return;
    await answer(async () => {
      if (!(await deliveries.claim(`slack:${body.trigger_id}`))) return;
      const asker = { user: body.user.id, channel: undefined, teamId: context.teamId };
      const input = { kind: 'command', command: 'fact', options: { claim } } as const;
      const invocation = askerToInvocation(asker, input);
      const plan = await bot.plan(invocation, askers.detailsOf(client, invocation));
      if (!('answer' in plan)) return;
      const reply = await plan.answer();
      const { trigger_id, user } = body;
      await eitherWay<unknown>(
        () => client.views.open({ trigger_id, view: replyToModal(reply) }),
        () => deliverDirectly({ client, user: user.id }, reply),
      );
    });
  });
}
