import { type BlockAction, type types, webApi } from '@slack/bolt';
import { type Bot, isForm } from '../../core/bot/bot.ts';
import type { Invocation } from '../../core/bot/invocation.ts';
import type { Reply } from '../../core/reply/reply.ts';
import { toMetadata } from './form-place.ts';
import { formToView } from './form-to-view.ts';
import { replyToModal } from './reply-to-view.ts';

export interface ModalPress {
  readonly bot: Bot;
  readonly client: webApi.WebClient;
  readonly body: BlockAction;
  readonly invocation: Invocation;
}

/** Answers a button in a modal within it: what would be a message of its own is pushed on top, and can be closed. */
export async function answerInModal({ bot, client, body, invocation }: ModalPress): Promise<void> {
  const { view, trigger_id } = body;
  if (!view) return;
  const delivery = bot.delivery(invocation);
  if (delivery === 'form') {
    const form = await bot.form(invocation);
    const shown = isForm(form) ? formToView(form, toMetadata(form, nowhere)) : replyToModal(form);
    await pushView(client, { trigger_id, view_id: view.id, view: shown });
    return;
  }
  const reply = await bot.answer(invocation, delivery);
  const shown = replyToModal(withoutSharing(reply, bot, invocation));
  if (reply.placement === 'replace') await client.views.update({ view_id: view.id, view: shown });
  else await pushView(client, { trigger_id, view_id: view.id, view: shown });
}

const nowhere = { channel: undefined, threadTs: undefined, responseUrl: undefined };

/** There is no channel to share to. */
export function withoutSharing(reply: Reply, bot: Bot, invocation: Invocation): Reply {
  const { actions = [] } = reply;
  const sharesNothing = ({ id }: { readonly id: string }): boolean =>
    bot.delivery({ ...invocation, input: { kind: 'press', id } }) !== 'share';
  return { ...reply, actions: actions.filter(sharesNothing) };
}

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
