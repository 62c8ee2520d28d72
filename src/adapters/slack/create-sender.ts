import { webApi } from '@slack/bolt';
import { type CommunityKey, platformId } from '../../core/keys.ts';
import type { Address } from '../../core/ports/receipts.ts';
import { type Destination, NotSentError, type Sender } from '../../core/ports/sender.ts';
import type { Seal } from '../../secrets/seal.ts';
import { answerInView } from './answer-in-view.ts';
import { openWay } from './answer-way.ts';
import { isRevocation } from './connection-problem.ts';
import { deliverReply, plainMessage, replaceMessage } from './deliver-reply.ts';
import { findPosted, nonceToMetadata } from './posted-under.ts';
import { renderSlack } from './render-slack.ts';
import type { UnjoinedChannels } from './unjoined-channels.ts';
import { errorCode } from './web-api.ts';

/** The client for a workspace; undefined where the bot is no longer installed in it. Rejects where that can't be told now. */
export type ClientOf = (
  community: CommunityKey | undefined,
) => Promise<webApi.WebClient | undefined>;

export interface SenderParts {
  readonly clientOf: ClientOf;
  /** Opens where an answer under way goes. */
  readonly seal: Seal;
  readonly unjoined: UnjoinedChannels;
}

/** Posts and edits messages of the bot's. Slack can't tell a post that is sent again, so none is but where the bot looked for it. */
export function createSender({ clientOf, seal, unjoined }: SenderParts): Sender {
  return {
    remembersNonceForMs: 0,
    post: (to, reply, nonce) =>
      orNotSent(clientOf, communityOf(to), async (client) => {
        const metadata = nonceToMetadata(nonce);
        const content = { ...renderSlack(reply), ...plainMessage, metadata };
        const place = placeOf(to);
        const { ts = '', channel = place.channel } = await client.chat.postMessage({
          ...content,
          ...place,
        });
        return { ...addressOf(to), channel, message: ts };
      }),
    async find(to, sought) {
      // Of a person it knows no channel that it could read.
      if (to.to === 'person' || !isDirectMessage(to.address)) return 'unknown';
      const { address } = to;
      try {
        const found = await orNotSent(clientOf, address.community, (client) =>
          findPosted(client, address, sought),
        );
        return typeof found === 'string' ? found : { ...address, message: found.ts };
      } catch (error) {
        if (error instanceof NotSentError && error.why === 'not-allowed') return 'unknown';
        throw error;
      }
    },
    async answer(sealed, reply) {
      const way = openWay(sealed, seal);
      if (!way) throw new NotSentError('gone');
      return orNotSent(clientOf, way.community, async (client) => {
        if ('view' in way) return answerInView(client, way, reply);
        const { responseUrl } = way;
        const place = { ...way, client, unjoined };
        return reply.placement === 'replace' && responseUrl !== undefined
          ? replaceMessage({ ...place, responseUrl }, reply)
          : deliverReply(place, reply);
      });
    },
    edit: (address, reply) =>
      orNotSent(clientOf, address.community, async (client) => {
        const { channel, message: ts = '' } = address;
        await client.chat.update({ ...renderSlack(reply), channel, ts });
      }),
  };
}

/** By the first letter of the channel's id, as Slack's own docs tell them apart. */
function isDirectMessage({ channel }: Address): boolean {
  return channel.startsWith('D');
}

function communityOf(to: Destination): CommunityKey | undefined {
  return to.to === 'answer' ? to.address.community : to.community;
}

function addressOf(to: Destination): Omit<Address, 'channel' | 'message'> {
  if (to.to === 'answer') return to.address;
  return { platform: 'slack', community: to.community, thread: undefined };
}

function placeOf(to: Destination): { channel: string; thread_ts?: string } {
  // Slack takes a person for a channel: their conversation with the bot.
  if (to.to === 'person') return { channel: platformId(to.user) };
  const { channel, thread, message }: Address = to.address;
  const threadTs = thread ?? message;
  return { channel, ...(threadTs !== undefined && { thread_ts: threadTs }) };
}

async function orNotSent<Result>(
  clientOf: ClientOf,
  community: CommunityKey | undefined,
  work: (client: webApi.WebClient) => Promise<Result>,
): Promise<Result> {
  const client = await clientOf(community).catch((cause: unknown) => {
    throw new NotSentError('later', { cause });
  });
  if (!client) throw new NotSentError('gone');
  try {
    return await work(client);
  } catch (error) {
    throw toNotSent(error);
  }
}

/** Messages, channels and people that are no longer there (docs.slack.dev, chat.update and chat.postMessage). */
const goneCodes: ReadonlySet<string> = new Set([
  'message_not_found',
  'channel_not_found',
  'thread_not_found',
  'user_not_found',
  'is_archived',
]);

/** Slack's own troubles. */
const passingCodes: ReadonlySet<string> = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'ratelimited',
  'rate_limited',
]);

/** Nothing was sent yet. */
const unreached: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

function toNotSent(error: unknown): unknown {
  const cause = { cause: error };
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return new NotSentError('later', { ...cause, retryAfterMs: error.retryAfter * 1000 });
  }
  const code = errorCode(error);
  if (error instanceof webApi.WebAPIPlatformError) {
    if (goneCodes.has(code)) return new NotSentError('gone', cause);
    // A token that was taken away may be replaced by another one within a day.
    const mayPass = passingCodes.has(code) || isRevocation(error);
    return new NotSentError(mayPass ? 'later' : 'not-allowed', cause);
  }
  if (error instanceof webApi.WebAPIHTTPError) return new NotSentError('later', cause);
  if (error instanceof webApi.SlackError) {
    return new NotSentError(unreached.has(code) ? 'later' : 'unsure', cause);
  }
  return error;
}
