import { webApi } from '@slack/bolt';
import { type CommunityKey, platformId } from '../../core/keys.ts';
import type { Address } from '../../core/ports/receipts.ts';
import { type Destination, NotSentError, type Sender } from '../../core/ports/sender.ts';
import type { Seal } from '../../secrets/seal.ts';
import { answerInView } from './answer-in-view.ts';
import { openWay } from './answer-way.ts';
import { isRevocation } from './connection-problem.ts';
import { deliverReply, plainMessage, replaceMessage } from './deliver-reply.ts';
import { renderSlack } from './render-slack.ts';
import type { UnjoinedChannels } from './unjoined-channels.ts';
import { errorCode } from './web-api.ts';

/** The client for a workspace; undefined where the bot is not installed in it any more. Rejects where that can't be told now. */
export type ClientOf = (
  community: CommunityKey | undefined,
) => Promise<webApi.WebClient | undefined>;

export interface SenderParts {
  readonly clientOf: ClientOf;
  /** Opens where an answer under way goes. */
  readonly seal: Seal;
  readonly unjoined: UnjoinedChannels;
}

/** Posts and edits messages of the bot's. Slack can't tell a post that is sent again, so none is. */
export function createSender({ clientOf, seal, unjoined }: SenderParts): Sender {
  return {
    remembersNonceForMs: 0,
    post: (to, reply) =>
      orNotSent(clientOf, communityOf(to), async (client) => {
        const content = { ...renderSlack(reply), ...plainMessage };
        const { ts = '' } = await client.chat.postMessage({ ...content, ...placeOf(to) });
        return ts;
      }),
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

function communityOf(to: Destination): CommunityKey | undefined {
  return to.to === 'answer' ? to.address.community : to.community;
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
