import { RespondError, webApi } from '@slack/bolt';
import type { AnswerPlan, Receipt } from '../../core/bot/plan.ts';
import type { Deliveries } from '../../core/ports/deliveries.ts';
import { textToPressId } from '../../core/reply/press-id.ts';
import { troubleReply } from '../../core/reply/trouble-reply.ts';
import { textsFor } from '../../core/texts/texts.ts';
import { isRevocation } from './connection-problem.ts';
import { deliverReply, type PressedMessage, postReply } from './deliver-reply.ts';
import { respondAt } from './respond-at.ts';

/**
 * Posts a private answer for all in its channel, once however often its button is pressed, and takes the private one
 * away. `button` is its id.
 */
export async function shareAnswer(
  pressed: PressedMessage,
  plan: AnswerPlan,
  button: string,
  deliveries: Deliveries,
): Promise<void> {
  // By the answer alone: the rest of the button's id holds words of whoever asked.
  const share = `slack:share:${textToPressId(button)?.answer}`;
  const { community, channel, threadTs: thread } = pressed;
  const address = { platform: 'slack', community, channel, thread, message: undefined } as const;
  const taken = await deliveries.begin(share, { address, outline: plan.outline });
  if (!taken) return;
  const reply = await plan.answer();
  if (!reply.sharedBy) {
    await taken.cancelled();
    await deliverReply(pressed, reply);
    return;
  }
  await taken.posting();
  let receipt: Receipt;
  try {
    receipt = await postReply(pressed, reply);
  } catch (error) {
    await taken.cancelled();
    if (!(error instanceof webApi.WebAPIPlatformError) || isRevocation(error)) throw error;
    await deliverReply(pressed, troubleReply('share.failed', textsFor(reply.locale)));
    return;
  }
  await plan.delivered(receipt);
  await taken.ended();
  if (pressed.messageTs !== undefined) return;
  await respondAt(pressed.responseUrl, { delete_original: true }).catch((error: unknown) => {
    // The private message stays until the asker reloads Slack; what was asked for is done.
    if (!(error instanceof RespondError)) throw error;
  });
}
