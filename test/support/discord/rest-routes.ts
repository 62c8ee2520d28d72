import type { z } from 'zod';
import { messageEvent, newId, world } from './events.ts';
import type { Gateway } from './gateway.ts';
import { type Ledger, messageToSeen } from './ledger.ts';
import {
  type CommandBody,
  callbackRules,
  commandListRules,
  type MessageBody,
  messageRules,
} from './payload-rules.ts';
import type { RestResponse, Route } from './rest.ts';

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
    ...commandRoutes(ledger, 'guild', /^\/applications\/\d+\/guilds\/\d+\/commands$/),
    ...commandRoutes(ledger, 'global', /^\/applications\/\d+\/commands$/),
    ...interactionRoutes(ledger),
    {
      method: 'POST',
      path: /^\/channels\/(?<channel>\d+)\/messages$/,
      answer: ({ body }, { channel = '' }) =>
        checked(messageRules, body, (message) => ok(post(ledger, gateway(), channel, message))),
    },
  ];
}

function commandRoutes(ledger: Ledger, scope: 'guild' | 'global', path: RegExp): Route[] {
  const stored = (): RestResponse =>
    ok(ledger.commands[scope].map((one) => storedCommand(one, scope)));
  return [
    get(path, stored),
    {
      method: 'PUT',
      path,
      answer: ({ body }) =>
        checked(commandListRules, body, (commands) => {
          ledger.commands[scope] = commands;
          return stored();
        }),
    },
  ];
}

function interactionRoutes(ledger: Ledger): Route[] {
  return [
    {
      method: 'POST',
      path: /^\/interactions\/(?<id>\d+)\/(?<token>[^/]+)\/callback$/,
      open: true,
      answer: ({ body }, { id = '', token = '' }) => {
        if (ledger.tokens.get(id) !== token) return refuse(404, 10062, 'Unknown interaction');
        if (ledger.acknowledged.has(id)) {
          return refuse(400, 40060, 'Interaction has already been acknowledged.');
        }
        return checked(callbackRules, body, (callback) => {
          if (callback.type === 8) ledger.choices.set(id, callback.data.choices);
          else {
            const ephemeral = ((callback.data?.flags ?? 0) & 64) !== 0;
            ledger.acknowledged.set(id, { ephemeral });
            if (callback.type === 4)
              ledger.answers.set(id, messageToSeen(callback.data, ephemeral));
          }
          ledger.changed();
          return { status: 204 };
        });
      },
    },
    {
      method: 'PATCH',
      path: /^\/webhooks\/\d+\/(?<token>[^/]+)\/messages\/(?:@|%40)original$/,
      open: true,
      answer: ({ body }, { token = '' }) => {
        const id = [...ledger.tokens].find(([, known]) => known === token)?.[0] ?? '';
        const acknowledged = ledger.acknowledged.get(id);
        if (!acknowledged) return refuse(404, 10015, 'Unknown Webhook');
        return checked(messageRules, body, (message) => {
          ledger.answers.set(id, messageToSeen(message, acknowledged.ephemeral));
          ledger.changed();
          return ok(messageEvent('guild', world.bot.id, '', { author: world.bot }));
        });
      },
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
  const seen = messageToSeen(message, false);
  ledger.posted.push(seen);
  if (seen.repliesTo) ledger.answers.set(seen.repliesTo, seen);
  gateway.dispatch('MESSAGE_CREATE', event);
  ledger.changed();
  return event;
}

/** As Discord gives it back: with what it adds, and without what is false or empty. */
function storedCommand(command: CommandBody, scope: 'guild' | 'global'): object {
  return {
    ...storedOption(command),
    id: newId(),
    application_id: world.application,
    version: newId(),
    nsfw: false,
    name_localizations: null,
    ...(scope === 'guild' ? { guild_id: world.guild } : { integration_types: [0] }),
  };
}

function storedOption(option: object): object {
  return Object.fromEntries(
    Object.entries(option)
      .filter(([, value]) => value !== false && !(Array.isArray(value) && value.length === 0))
      .map(([key, value]) => [key, key === 'options' ? value.map(storedOption) : value]),
  );
}

const get = (path: RegExp, answer: Route['answer']): Route => ({ method: 'GET', path, answer });
const ok = (body: object): RestResponse => ({ status: 200, body });
const refuse = (status: number, code: number, message: string): RestResponse => ({
  status,
  body: { code, message },
});

/** A 400 that names the broken rules, unless the body keeps them. */
function checked<Body>(
  rules: z.ZodType<Body>,
  body: unknown,
  answer: (body: Body) => RestResponse,
): RestResponse {
  const result = rules.safeParse(body);
  if (result.success) return answer(result.data);
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return refuse(400, 50035, `Invalid Form Body (${problems.join('; ')})`);
}
