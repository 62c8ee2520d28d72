import { revisionsToShown } from '../claims/revision.ts';
import type { TakenAnswer } from '../ports/deliveries.ts';
import type { Reply } from '../reply/reply.ts';
import type { AnswerPlan, Receipt } from './plan.ts';

/** Makes the answer that was taken on, and delivers it once. Rejects when it can't be delivered; then it is done with, too. */
export async function giveAnswer(
  plan: AnswerPlan,
  taken: TakenAnswer,
  deliver: (reply: Reply) => Promise<Receipt>,
): Promise<void> {
  try {
    const reply = await plan.answer();
    if (!(await taken.posting(revisionsToShown(reply.about)))) return;
    const receipt = await deliver(reply);
    await plan.delivered(receipt, await taken.posted(receipt));
  } finally {
    await taken.ended();
  }
}
