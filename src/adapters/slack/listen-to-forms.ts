import type { ViewSubmitAction } from '@slack/bolt';
import { giveAnswer } from '../../core/bot/give-answer.ts';
import type { Receipt } from '../../core/bot/plan.ts';
import type { Reply } from '../../core/reply/reply.ts';
import { textsFor } from '../../core/texts/texts.ts';
import { answerInView } from './answer-in-view.ts';
import type { MessageWay, ModalWay } from './answer-way.ts';
import { deliverReply } from './deliver-reply.ts';
import { fromMetadata } from './form-place.ts';
import type { ListenerParts } from './listener-parts.ts';
import { waitingModal } from './reply-to-view.ts';
import { askerToInvocation, askerToVisitor } from './slack-to-invocation.ts';
import { suggestOptions } from './suggest-options.ts';
import { takeAnswer } from './take-answer.ts';
import { viewToValues } from './view-to-values.ts';

/** Forms that are sent off, and selects in them that are typed into. */
export function listenToForms(parts: ListenerParts): void {
  const { app, bot, askers, unjoined, answer } = parts;

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
      const plan = await bot.plan(invocation, askers.detailsOf(client, invocation));
      const { community } = invocation;
      const way: MessageWay | ModalWay =
        channel === undefined
          ? { community, user, view: view.id }
          : { ...place, community, user, channel };
      const event = `slack:${body.trigger_id}`;
      if (!('answer' in plan)) return ack();
      const taken = await takeAnswer(parts, event, invocation, plan, way);
      await ('view' in way ? ack({ response_action: 'update', view: waitingModal(t) }) : ack());
      if (!taken) return;
      const deliver = (reply: Reply): Promise<Receipt> =>
        'view' in way
          ? answerInView(client, way, reply)
          : deliverReply({ ...way, client, unjoined }, reply);
      await answer(() => giveAnswer(plan, taken, deliver));
    },
  );

  // Slack waits three seconds for the options and can't be told to come back: they are looked up in memory. Who chooses packs
  // was looked up when the form was opened.
  app.options<'block_suggestion'>(
    { type: 'block_suggestion' },
    async ({ options, body, ack, client, context }) => {
      const asker = askerToVisitor({
        user: body.user.id,
        channel: undefined,
        teamId: context.teamId,
      });
      const { mayManage } = askers.detailsOf(client, asker);
      const locale = askers.localeOf(asker);
      const request = { ...asker, locale, mayManage, typed: options.value };
      await ack({ options: await suggestOptions(bot, options.action_id, request) });
    },
  );
}
