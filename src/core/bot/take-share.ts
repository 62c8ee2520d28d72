import type { AnswerUnderWay, Deliveries, TakenAnswer } from '../ports/deliveries.ts';

/**
 * Takes on what shares an answer, once however often its button is pressed. Undefined for a press that was answered already, and for
 * an answer that is shared already, or just now.
 * @param share names the answer
 * @param press names the platform's event
 */
export async function takeShare(
  deliveries: Deliveries,
  share: string,
  press: string,
  answer: AnswerUnderWay,
): Promise<TakenAnswer | undefined> {
  const taken = await deliveries.begin(share, answer);
  if (!taken || (await deliveries.claim(press))) return taken;
  // The press was answered before, maybe by another process, and what could not be shared then may be pressed again.
  await taken.cancelled();
  return undefined;
}
