import { type InteractionEvent, type MessageEvent, messageEvent, world } from './events.ts';
import type { Ledger } from './ledger.ts';
import type { MessageBody } from './payload-rules.ts';

/** A message of the bot's as Discord gives it out again. */
export function messageToKept(
  ledger: Ledger,
  where: 'direct' | 'guild',
  channel: string,
  id: string,
  { content = '', embeds = [], components = [], message_reference: to }: MessageBody,
): MessageEvent {
  const isGone = ledger.posted.some(
    (one) => one.id === to?.message_id && !ledger.messages.has(one.id),
  );
  return messageEvent(where, world.bot.id, content, {
    id,
    channel_id: channel,
    author: world.bot,
    embeds,
    components: numberComponents(components),
    ...(to && !isGone && { type: 19, message_reference: { ...to, type: 0, channel_id: channel } }),
  });
}

/** The public response to an interaction, which says to which. */
export function responseToKept(
  event: InteractionEvent,
  id: string,
  { content = '', embeds = [], components = [] }: MessageBody,
): MessageEvent {
  return messageEvent('guild', world.bot.id, content, {
    id,
    channel_id: String(event.channel_id),
    author: world.bot,
    embeds,
    components: numberComponents(components),
    webhook_id: world.application,
    interaction_metadata: { id: event.id, type: event.type },
    ...(event.message && { type: 19, message_reference: { message_id: event.message.id } }),
  });
}

/** Every component has a number, the bot's own or the next one that is free. */
function numberComponents(rows: readonly { readonly components: readonly object[] }[]) {
  let last = 0;
  const number = <Component extends object>(component: Component) => ({ id: ++last, ...component });
  return rows.map((row) => ({ ...number(row), components: row.components.map(number) }));
}
