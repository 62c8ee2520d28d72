import type { ViewSubmitAction } from '@slack/bolt';
import { textsFor } from '../../core/texts/texts.ts';
import { deliverDirectly, deliverReply, isRefused } from './deliver-reply.ts';
import { fromMetadata } from './form-place.ts';
import type { ListenerParts } from './listener-parts.ts';
import { replyToModal, waitingModal } from './reply-to-view.ts';
import { askerToInvocation, askerToVisitor } from './slack-to-invocation.ts';
import { suggestOptions } from './suggest-options.ts';
import { viewToValues } from './view-to-values.ts';

/** Forms that are sent off, and selects in them that are typed into. */
export function listenToForms(parts: ListenerParts): void {
  const { app, bot, deliveries, askers, unjoined, answer } = parts;

  app.view<ViewSubmitAction>(
    { type: 'view_submission' },
    async ({ ack, body, view, client, context }) => {
      const { place, needed } = fromMetadata(view.private_metadata);
      const { channel } = place;
      const user = body.user.id;
      const values = viewToValues(view);
      const invocation = askerToInvocation(
        { user, channel, thread: place.threadTs, teamId: context.teamId },
        { kind: 'form', id: view.callback_id, values },
      );
      const t = textsFor(askers.localeOf(invocation));
      const missing = needed.filter((name) => String(values[name] ?? '').trim() === '');
      if (missing.length > 0) {
        const errors = Object.fromEntries(missing.map((name) => [name, t('form.missing')]));
        await ack({ response_action: 'errors', errors });
        return;
      }
      await (channel === undefined
        ? ack({ response_action: 'update', view: waitingModal(t) })
        : ack());
      await answer(async () => {
        if (!(await deliveries.claim(`slack:${body.trigger_id}`))) return;
        const plan = await bot.plan(invocation, askers.detailsOf(client, invocation));
        if (!('answer' in plan)) return;
        const reply = await plan.answer();
        if (channel === undefined) {
          await client.views
            .update({ view_id: view.id, view: replyToModal(reply) })
            .catch(async (error: unknown) => {
              // They closed it before the answer was there.
              if (!isRefused(error)) throw error;
              await deliverDirectly({ client, user }, reply);
            });
        } else {
          const { community } = invocation;
          const to = { ...place, client, community, user, channel, unjoined };
          await plan.delivered(await deliverReply(to, reply));
        }
      });
    },
  );

  // Slack waits three seconds for the options and can't be told to come back: they are looked up in memory.
  app.options<'block_suggestion'>(
    { type: 'block_suggestion' },
    async ({ options, body, ack, context }) => {
      const asker = askerToVisitor({
        user: body.user.id,
        channel: undefined,
        teamId: context.teamId,
      });
      const request = { ...asker, locale: askers.localeOf(asker), typed: options.value };
      await ack({ options: await suggestOptions(bot, options.action_id, request) });
    },
  );
}
