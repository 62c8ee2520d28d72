import { createCommandRoutes } from './command-routes.ts';
import { messageEvent, world } from './events.ts';
import type { Gateway } from './gateway.ts';
import { createInteractionRoutes } from './interaction-routes.ts';
import { type Ledger, messageToSeen } from './ledger.ts';
import { type MessageBody, messageRules } from './payload-rules.ts';
import type { Route } from './rest.ts';
import { checked, ok, refuse } from './rest-answers.ts';

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
  ];
}

function post(ledger: Ledger, gateway: Gateway, channel: string, message: MessageBody): object {
  const sent =
    message.enforce_nonce && message.nonce ? ledger.nonces.get(message.nonce) : undefined;
  if (sent) return sent;
  const where = channel === world.directChannel ? 'direct' : 'guild';
  const event = messageEvent(where, world.bot.id, '', { author: world.bot });
  if (message.nonce) ledger.nonces.set(message.nonce, event);
  const seen = messageToSeen(message, false, event.id);
  ledger.posted.push(seen);
  ledger.messages.set(event.id, seen);
  if (seen.repliesTo) ledger.answers.set(seen.repliesTo, seen);
  gateway.dispatch('MESSAGE_CREATE', event);
  ledger.changed();
  return event;
}

const get = (path: RegExp, answer: Route['answer']): Route => ({ method: 'GET', path, answer });
