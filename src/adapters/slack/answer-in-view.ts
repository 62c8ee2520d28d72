import type { webApi } from '@slack/bolt';
import type { Receipt } from '../../core/bot/plan.ts';
import type { Reply } from '../../core/reply/reply.ts';
import type { ModalWay } from './answer-way.ts';
import { deliverDirectly, isRefused } from './deliver-reply.ts';
import { replyToModal } from './reply-to-view.ts';

/** Shows a reply in a modal that waits for it, or tells its asker directly if they closed it before. */
export async function answerInView(
  client: webApi.WebClient,
  { view, user, community }: ModalWay,
  reply: Reply,
): Promise<Receipt> {
  await client.views
    .update({ view_id: view, view: replyToModal(reply) })
    .catch(async (error: unknown) => {
      if (!isRefused(error)) throw error;
      await deliverDirectly({ client, user }, reply);
    });
  const address = { channel: '', thread: undefined, message: undefined };
  return {
    address: { platform: 'slack', community, ...address },
    visibility: 'private',
    canBeEdited: false,
    about: reply.about ?? [],
  };
}
