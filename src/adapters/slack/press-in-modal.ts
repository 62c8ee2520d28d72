import { type BlockAction, type types, webApi } from '@slack/bolt';
import { isForm, type Plan } from '../../core/bot/plan.ts';
import { toMetadata } from './form-place.ts';
import { formToView } from './form-to-view.ts';
import { replyToModal } from './reply-to-view.ts';

export interface ModalPress {
  readonly client: webApi.WebClient;
  readonly body: BlockAction;
  readonly plan: Exclude<Plan, { delivery: 'none' }>;
}

/** Answers a button in a modal within it: what would be a message of its own is pushed on top, and can be closed. */
export async function answerInModal({ client, body, plan }: ModalPress): Promise<void> {
  const { view, trigger_id } = body;
  if (!view) return;
  if (plan.delivery === 'form') {
    const form = await plan.form();
    const shown = isForm(form) ? formToView(form, toMetadata(form, nowhere)) : replyToModal(form);
    await pushView(client, { trigger_id, view_id: view.id, view: shown });
    return;
  }
  const reply = await plan.answer();
  const shown = replyToModal(reply);
  if (reply.placement === 'replace') await client.views.update({ view_id: view.id, view: shown });
  else await pushView(client, { trigger_id, view_id: view.id, view: shown });
}

const nowhere = { channel: undefined, threadTs: undefined, responseUrl: undefined };

interface Push {
  readonly trigger_id: string;
  readonly view_id: string;
  readonly view: types.ModalView;
}

/** On top of the view, or in its place where three are open already, which is what Slack takes. */
async function pushView(
  client: webApi.WebClient,
  { trigger_id, view_id, view }: Push,
): Promise<void> {
  try {
    await client.views.push({ trigger_id, view });
  } catch (error) {
    const isFull =
      error instanceof webApi.WebAPIPlatformError && error.data.error === 'push_limit_reached';
    if (!isFull) throw error;
    await client.views.update({ view_id, view });
  }
}
