import type { BlockAction, types, webApi } from '@slack/bolt';
import { isForm, type Plan } from '../../core/bot/plan.ts';
import type { Reply } from '../../core/reply/reply.ts';
import { troubleReply } from '../../core/reply/trouble-reply.ts';
import { textsFor } from '../../core/texts/texts.ts';
import { deliverDirectly, eitherWay } from './deliver-reply.ts';
import { toMetadata } from './form-place.ts';
import { formToView } from './form-to-view.ts';
import { replyToModal } from './reply-to-view.ts';

export interface ModalPress {
  readonly client: webApi.WebClient;
  readonly body: BlockAction;
  readonly plan: Exclude<Plan, { delivery: 'none' }>;
}

/** Answers a button in a modal within it: what would be a message of its own is pushed on top, and can be closed. */
export async function answerInModal(press: ModalPress): Promise<void> {
  const { plan } = press;
  if (plan.delivery === 'form') {
    const form = await plan.form();
    if (!isForm(form)) return pushView(press, replyToModal(form), form);
    // What a message can't hold.
    const instead = troubleReply('mistake.ours', textsFor(form.locale));
    return pushView(press, formToView(form, toMetadata(form, nowhere)), instead);
  }
  const reply = await plan.answer();
  const show = reply.placement === 'replace' ? replaceView : pushView;
  await show(press, replyToModal(reply), reply);
}

const nowhere = { channel: undefined, threadTs: undefined, responseUrl: undefined };

/**
 * On top of the modal; in its place where Slack takes nothing on top: three views are open already, or three seconds have
 * passed.
 */
async function pushView(press: ModalPress, view: types.ModalView, reply: Reply): Promise<void> {
  const { client, body } = press;
  await eitherWay<unknown>(
    () => client.views.push({ trigger_id: body.trigger_id, view }),
    () => replaceView(press, view, reply),
  );
}

/** Whoever has closed the modal meanwhile hears it directly. */
async function replaceView(press: ModalPress, view: types.ModalView, reply: Reply): Promise<void> {
  const { client, body } = press;
  await eitherWay<unknown>(
    () => client.views.update({ view_id: body.view?.id ?? '', view }),
    () => deliverDirectly({ client, user: body.user.id }, reply),
  );
}
