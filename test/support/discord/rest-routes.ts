import { createCommandRoutes } from './command-routes.ts';
import { messageEvent, newId, world } from './events.ts';
import type { Gateway } from './gateway.ts';
import { createInteractionRoutes } from './interaction-routes.ts';
import { messageToKept } from './kept-message.ts';
import { type Ledger, messageToSeen } from './ledger.ts';
import { type MessageBody, messageRules } from './payload-rules.ts';
import type { RestResponse, Route } from './rest.ts';
import { checked, ok, refuse } from './rest-answers.ts';

/** "A few minutes", say Discord's docs; `remembersNonceForMs` of the adapter is on the safe side of it. */
const remembersNonceForMs = 5 * 60_000;

/** The part of Discord's REST API that a bot like this uses. */
export function createRoutes(
  ledger: Ledger,
  gateway: () => Gateway,
  gatewayUrl: () => string,
): Route[] {
  return [
    get(/^\/applications\/@me$/, () => ok({ id: world.application, flags: 0 })),
    get(/^\/users\/@me$/, () => ok(world.bot)),
    get(/^\/gateway\/bot$/, () =>
      ok({
        url: gatewayUrl(),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
      }),
    ),
    ...createCommandRoutes(ledger),
    ...createInteractionRoutes(ledger),
    {
      method: 'POST',
      path: /^\/channels\/(?<channel>\d+)\/messages$/,
      answer: ({ body }, { channel = '' }) =>
        ledger.channels.has(channel)
          ? checked(messageRules, body, (message) => ok(post(ledger, gateway(), channel, message)))
          : refuse(403, 50001, 'Missing Access'),
    },
    {
      method: 'GET',
      path: /^\/channels\/(?<channel>\d+)\/messages$/,
      answer: ({ query }, { channel = '' }) => {
        if (!ledger.channels.has(channel)) return refuse(403, 50001, 'Missing Access');
        const messages = ledger.history.read(channel, query);
        return messages ? ok(messages) : refuse(400, 50035, 'Invalid Form Body');
      },
    },
    {
      method: 'PATCH',
      path: /^\/channels\/(?<channel>\d+)\/messages\/(?<id>\d+)$/,
      answer: ({ body }, { channel = '', id = '' }) =>
        ledger.channels.has(channel)
          ? checked(messageRules, body, (message) => edit(ledger, channel, id, message))
          : refuse(403, 50001, 'Missing Access'),
    },
    {
      method: 'POST',
      path: /^\/users\/@me\/channels$/,
      answer: () => ok({ id: world.directChannel, type: 1 }),
    },
  ];
}

function post(ledger: Ledger, gateway: Gateway, channel: string, message: MessageBody): object {
  const at = ledger.clock();
  const sent =
    message.enforce_nonce && message.nonce ? ledger.nonces.get(message.nonce) : undefined;
  if (sent && at.getTime() - sent.at.getTime() < remembersNonceForMs) return sent.message;
  const where = channel === world.directChannel ? 'direct' : 'guild';
  const kept = messageToKept(ledger, where, channel, newId(at), message);
  ledger.history.keep(kept);
  // It is told when a message is posted, and never again.
  const event = { ...kept, nonce: message.nonce };
  if (message.nonce) ledger.nonces.set(message.nonce, { message: event, at });
  const seen = messageToSeen(message, false, event.id);
  ledger.posted.push(seen);
  ledger.messages.set(event.id, seen);
  if (seen.repliesTo) ledger.answers.set(seen.repliesTo, seen);
  gateway.dispatch('MESSAGE_CREATE', event);
  ledger.changed();
  return event;
}

/** What an edit leaves out stays as it was. */
function edit(ledger: Ledger, channel: string, id: string, message: MessageBody): RestResponse {
  const before = ledger.messages.get(id);
  if (!before || before.private) return refuse(404, 10008, 'Unknown Message');
  const seen = messageToSeen({ ...before.message, ...message }, false, id);
  ledger.messages.set(id, seen);
  const place = ledger.posted.findIndex((one) => one.id === id);
  if (place >= 0) ledger.posted[place] = seen;
  if (place >= 0) ledger.history.keep(messageToKept(ledger, 'guild', channel, id, seen.message));
  ledger.changed();
  return ok({ ...messageEvent('guild', world.bot.id, '', { author: world.bot }), id });
}

const get = (path: RegExp, answer: Route['answer']): Route => ({ method: 'GET', path, answer });
