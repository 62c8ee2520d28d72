import type { Invocation } from '../../core/bot/invocation.ts';
import type { AnswerPlan } from '../../core/bot/plan.ts';
import type { TakenAnswer } from '../../core/ports/deliveries.ts';
import type { Address } from '../../core/ports/receipts.ts';
import { type MessageWay, type ModalWay, toAnswerWay } from './answer-way.ts';
import type { ListenerParts } from './listener-parts.ts';
import type { SlackVisitor } from './slack-to-invocation.ts';

/**
 * Takes an interaction on that is answered with a reply. To be done before the acknowledgement, behind which Slack has
 * done with it: from here on it is answered whatever becomes of this process. Undefined where it was taken before.
 */
export function takeAnswer(
  { deliveries, seal, askers }: ListenerParts,
  event: string,
  invocation: Invocation & SlackVisitor,
  { outline }: AnswerPlan,
  way: MessageWay | ModalWay,
): Promise<TakenAnswer | undefined> {
  return deliveries.begin(event, {
    address: toAddress(way),
    way: toAnswerWay(way, seal),
    locale: askers.localeOf(invocation),
    outline,
  });
}

function toAddress(way: MessageWay | ModalWay): Address {
  const place = 'view' in way ? { channel: '', threadTs: undefined } : way;
  return {
    platform: 'slack',
    community: way.community,
    channel: place.channel,
    thread: place.threadTs,
    message: undefined,
  };
}
