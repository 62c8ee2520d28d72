import {
  DiscordAPIError,
  HTTPError,
  MessageFlags,
  type REST,
  RESTJSONErrorCodes,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord.js';
import { platformId } from '../../core/keys.ts';
import type { Address } from '../../core/ports/receipts.ts';
import {
  type Destination,
  NotSentError,
  type Sender,
  type Standing,
} from '../../core/ports/sender.ts';
import type { Reply } from '../../core/reply/reply.ts';
import type { Seal } from '../../secrets/seal.ts';
import { escapeLine } from './discord-markdown.ts';
import { findPosted } from './find-posted.ts';
import { type InteractionWay, openWay } from './interaction-way.ts';
import { markRows } from './posted-under.ts';
import { renderDiscord } from './render-discord.ts';
import { sharedMessage } from './share-answer.ts';

/** discord.js waits for rate limits by itself; no longer than this, and then the outbox waits: two fit into its lease. */
const requestWithinMs = 40_000;

/** "A few minutes", say Discord's docs. */
const remembersNonceForMs = 2 * 60_000;

/** Posts and edits ordinary messages of the bot's, without an interaction. */
export function createSender(rest: REST, botId: string, seal: Seal): Sender {
  const openPlace = async (to: Destination): Promise<string> =>
    to.to === 'answer' ? placeOf(to.address) : openDirect(rest, to);

  return {
    remembersNonceForMs,
    post: (to, reply, nonce) =>
      orNotSent(async () => {
        const channel = await openPlace(to);
        const answer = repliedTo(to);
        const message = toMessage(reply);
        const body: RESTPostAPIChannelMessageJSONBody = {
          ...message,
          components: markRows(message.components, nonce),
          nonce,
          enforce_nonce: true,
          ...(answer !== undefined && {
            message_reference: { message_id: answer, fail_if_not_exists: false },
          }),
        };
        const signal = AbortSignal.timeout(requestWithinMs);
        const posted = await rest.post(Routes.channelMessages(channel), { body, signal });
        const { id } = posted as { id: string };
        return addressAt(to, channel, id);
      }),
    async find(to, { nonce, since, reply, holds = [] }) {
      try {
        return await orNotSent(async () => {
          const channel = await openPlace(to);
          const found = await findPosted(rest, {
            channel,
            nonce,
            from: since,
            // As long as it may have been sent again under its nonce.
            until: new Date(since.getTime() + remembersNonceForMs + requestWithinMs),
            repliesTo: repliedTo(to),
            words: reply && toMessage(reply),
            holds: holds.map(escapeLine),
            botId,
            withinMs: requestWithinMs,
          });
          return found === 'not-there' || found === 'unknown'
            ? found
            : addressAt(to, channel, found);
        });
      } catch (error) {
        const isClosed =
          error instanceof NotSentError && ['gone', 'not-allowed'].includes(error.why);
        if (isClosed) return 'unknown';
        throw error;
      }
    },
    async answer(sealed, reply) {
      const way = openWay(sealed, seal);
      // The bot has got another token since.
      if (!way) throw new NotSentError('gone');
      return orNotSent(() => answerInteraction(rest, way, reply));
    },
    edit: (address, reply) =>
      orNotSent(async () => {
        // What stands above a shared answer, and says who shared it, is left as it is.
        const body: RESTPatchAPIChannelMessageJSONBody = toBody(reply);
        const route = Routes.channelMessage(placeOf(address), address.message ?? '');
        await rest.patch(route, { body, signal: AbortSignal.timeout(requestWithinMs) });
      }),
  };
}

/** With the interaction's token in the place of the bot's. */
async function answerInteraction(
  rest: REST,
  { application, token, hasResponse, visibility, address, canBeEdited }: InteractionWay,
  reply: Reply,
): Promise<Standing> {
  const options = { auth: false, signal: AbortSignal.timeout(requestWithinMs) };
  if (hasResponse || reply.placement === 'replace') {
    const route = Routes.webhookMessage(application, token, '@original');
    const { id } = (await rest.patch(route, { ...options, body: toBody(reply) })) as { id: string };
    const isPublic = visibility === 'public';
    return {
      address: { ...address, message: id },
      visibility,
      canBeEdited: isPublic && canBeEdited,
    };
  }
  const body = { ...toBody(reply), flags: MessageFlags.Ephemeral };
  await rest.post(Routes.webhook(application, token), { ...options, body });
  return { address, visibility: 'private', canBeEdited: false };
}

/** As an ordinary message. */
function toMessage(reply: Reply) {
  return reply.sharedBy ? sharedMessage(reply, reply.sharedBy) : toBody(reply);
}

function toBody(reply: Reply) {
  const { embeds, components } = renderDiscord(reply);
  return { embeds: [...embeds], components: [...components], allowed_mentions: { parse: [] } };
}

/** A thread is a channel of its own. */
function placeOf({ channel, thread }: Address): string {
  return thread ?? channel;
}

function repliedTo(to: Destination): string | undefined {
  return to.to === 'answer' ? to.address.message : undefined;
}

function addressAt(to: Destination, channel: string, message: string): Address {
  if (to.to === 'answer') return { ...to.address, message };
  return { platform: 'discord', community: undefined, channel, thread: undefined, message };
}

async function openDirect(
  rest: REST,
  { user }: Extract<Destination, { to: 'person' }>,
): Promise<string> {
  const body = { recipient_id: platformId(user) };
  const signal = AbortSignal.timeout(requestWithinMs);
  return ((await rest.post(Routes.userChannels(), { body, signal })) as { id: string }).id;
}

async function orNotSent<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw toNotSent(error);
  }
}

function toNotSent(error: unknown): unknown {
  const cause = { cause: error };
  if (error instanceof DiscordAPIError) {
    // Somebody who takes no direct messages from the bot is told by 403, too.
    if (error.status === 403) return new NotSentError('not-allowed', cause);
    // An interaction's token that is over is told by 401 or 404.
    if (
      error.status === 404 ||
      error.code === RESTJSONErrorCodes.InvalidWebhookToken ||
      error.code === RESTJSONErrorCodes.InvalidRecipients
    )
      return new NotSentError('gone', cause);
    // What Discord refuses as it is, it will refuse again.
    return new NotSentError(error.status === 400 ? 'not-allowed' : 'later', cause);
  }
  if (error instanceof HTTPError) return new NotSentError('later', cause);
  return error instanceof Error ? new NotSentError('unsure', cause) : error;
}
