import { RespondError, webApi } from '@slack/bolt';
import type { AnswerPlan, Receipt } from '../../core/bot/plan.ts';
import { takeShare } from '../../core/bot/take-share.ts';
import { revisionsToShown } from '../../core/claims/revision.ts';
import type { Deliveries, TakenAnswer } from '../../core/ports/deliveries.ts';
import { textToPressId } from '../../core/reply/press-id.ts';
import { troubleReply } from '../../core/reply/trouble-reply.ts';
import { textsFor } from '../../core/texts/texts.ts';
import type { MessageWay } from './answer-way.ts';
import { isRevocation } from './connection-problem.ts';
import { deliverReply, type PressedMessage, postReply } from './deliver-reply.ts';
import { respondAt } from './respond-at.ts';

/** As `takeShare` does. @param button its id */
export function takePressedShare(
  deliveries: Deliveries,
  event: string,
  button: string,
  { community, channel, threadTs: thread }: MessageWay,
  { outline }: AnswerPlan,
): Promise<TakenAnswer | undefined> {
  // By the answer alone: the rest of the button's id holds words of whoever asked.
  const share = `slack:share:${textToPressId(button)?.answer}`;
  const address = { platform: 'slack', community, channel, thread, message: undefined } as const;
  return takeShare(deliveries, share, event, { address, outline });
}

/** Posts a private answer for all in its channel, and takes the private one away. */
export async function shareAnswer(
  pressed: PressedMessage,
  plan: AnswerPlan,
  taken: TakenAnswer,
): Promise<void> {
  const reply = await plan.answer();
  if (!reply.sharedBy) {
    await taken.cancelled();
    await deliverReply(pressed, reply);
    return;
  }
  if (!(await taken.posting(revisionsToShown(reply.about)))) return;
  let receipt: Receipt;
  try {
    receipt = await postReply(pressed, reply);
  } catch (error) {
    await taken.cancelled();
    if (!(error instanceof webApi.WebAPIPlatformError) || isRevocation(error)) throw error;
    await deliverReply(pressed, troubleReply('share.failed', textsFor(reply.locale)));
    return;
  }
  await plan.delivered(receipt, await taken.posted(receipt));
  await taken.ended();
  if (pressed.messageTs !== undefined) return;
  await respondAt(pressed.responseUrl, { delete_original: true }).catch((error: unknown) => {
    // The private message stays until the asker reloads Slack; what was asked for is done.
    if (!(error instanceof RespondError)) throw error;
  });
}
