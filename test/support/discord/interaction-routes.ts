import { messageEvent, newId, world } from './events.ts';
import { messageToKept, responseToKept } from './kept-message.ts';
import { type Interaction, type Ledger, messageToSeen } from './ledger.ts';
import {
  type CallbackBody,
  callbackRules,
  type MessageBody,
  messageRules,
} from './payload-rules.ts';
import type { RestResponse, Route } from './rest.ts';
import { checked, ok, refuse } from './rest-answers.ts';

const ephemeralFlag = 64;
const isEphemeral = (flags = 0): boolean => (flags & ephemeralFlag) !== 0;

/** How many follow-ups a bot may send where only the asker installed it. */
const followUpsBroughtAlong = 5;

/** First responses to interactions, and what can be done with their tokens later. */
export function createInteractionRoutes(ledger: Ledger): Route[] {
  const withToken =
    (work: (interaction: Interaction, body: unknown) => RestResponse): Route['answer'] =>
    ({ body }, { token = '' }) => {
      const interaction = ledger.interactions.get(token);
      if (!interaction || !ledger.acknowledged.has(interaction.event.id)) {
        return refuse(404, 10015, 'Unknown Webhook');
      }
      return work(interaction, body);
    };

  return [
    {
      method: 'POST',
      path: /^\/interactions\/(?<id>\d+)\/(?<token>[^/]+)\/callback$/,
      open: true,
      answer: ({ body }, { id = '', token = '' }) => {
        const interaction = ledger.interactions.get(token);
        if (interaction?.event.id !== id) return refuse(404, 10062, 'Unknown interaction');
        if (ledger.acknowledged.has(id)) {
          return refuse(400, 40060, 'Interaction has already been acknowledged.');
        }
        return checked(callbackRules, body, (callback) => respond(ledger, interaction, callback));
      },
    },
    {
      method: 'PATCH',
      path: /^\/webhooks\/\d+\/(?<token>[^/]+)\/messages\/(?:@|%40)original$/,
      open: true,
      answer: withToken((interaction, body) =>
        checked(messageRules, body, (message) => {
          interaction.original ??= newId(ledger.clock());
          return say(ledger, interaction, interaction.original, message, interaction.ephemeral);
        }),
      ),
    },
    {
      method: 'DELETE',
      path: /^\/webhooks\/\d+\/(?<token>[^/]+)\/messages\/(?:@|%40)original$/,
      open: true,
      answer: withToken(({ original = '' }) => {
        if (!ledger.messages.delete(original)) return refuse(404, 10008, 'Unknown Message');
        ledger.history.remove(original);
        ledger.changed();
        return { status: 204 };
      }),
    },
    {
      method: 'POST',
      path: /^\/webhooks\/\d+\/(?<token>[^/]+)$/,
      open: true,
      answer: withToken((interaction, body) =>
        checked(messageRules, body, (message) => {
          interaction.followUps += 1;
          const { authorizing_integration_owners: owners } = interaction.event;
          if (!('0' in owners) && interaction.followUps > followUpsBroughtAlong) {
            return refuse(400, 40094, 'Maximum number of follow-up messages reached.');
          }
          return say(
            ledger,
            interaction,
            newId(ledger.clock()),
            message,
            isEphemeral(message.flags),
          );
        }),
      ),
    },
  ];
}

function respond(ledger: Ledger, interaction: Interaction, callback: CallbackBody): RestResponse {
  const { id, type, message } = interaction.event;
  const invalid = refuse(400, 50035, `Invalid Form Body (type ${callback.type} here)`);
  switch (callback.type) {
    case 4:
      interaction.original = newId(ledger.clock());
      interaction.ephemeral = isEphemeral(callback.data.flags);
      say(ledger, interaction, interaction.original, callback.data, interaction.ephemeral);
      break;
    case 5:
      interaction.ephemeral = isEphemeral(callback.data?.flags);
      break;
    case 6:
      if (!message) return invalid;
      interaction.original = message.id;
      break;
    case 8:
      if (type !== 4) return invalid;
      ledger.choices.set(id, callback.data.choices);
      break;
    case 9:
      if (type === 5) return invalid;
      ledger.modals.set(id, callback.data);
      break;
  }
  ledger.acknowledged.add(id);
  ledger.changed();
  return { status: 204 };
}

/** Makes or changes a message; what a change leaves out stays as it was, the components too. */
function say(
  ledger: Ledger,
  { event }: Interaction,
  id: string,
  body: MessageBody,
  ephemeral: boolean,
): RestResponse {
  const before = ledger.messages.get(id);
  const seen = messageToSeen({ ...before?.message, ...body }, before?.private ?? ephemeral, id);
  ledger.messages.set(id, seen);
  const place = ledger.posted.findIndex((one) => one.id === id);
  if (place >= 0) ledger.posted[place] = seen;
  ledger.answers.set(event.id, seen);
  if (!seen.private) {
    const channel = String(event.channel_id);
    ledger.history.keep(
      place >= 0
        ? messageToKept(ledger, 'guild', channel, id, seen.message)
        : responseToKept(event, id, seen.message),
    );
  }
  ledger.changed();
  return ok({ ...messageEvent('guild', world.bot.id, '', { author: world.bot }), id });
}
