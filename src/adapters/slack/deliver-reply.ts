import { RespondError, webApi } from '@slack/bolt';
import type { Receipt } from '../../core/bot/plan.ts';
import type { Reply, Visibility } from '../../core/reply/reply.ts';
import type { MessageWay } from './answer-way.ts';
import { isRevocation } from './connection-problem.ts';
import { nonceToMetadata } from './posted-under.ts';
import { renderSlack, type SlackContent } from './render-slack.ts';
import { respondAt } from './respond-at.ts';
import type { UnjoinedChannels } from './unjoined-channels.ts';
import { errorCode, withRetries } from './web-api.ts';

/** No previews: they would show other people's pages under our name and push the sources away. */
export const plainMessage = { mrkdwn: false, unfurl_links: false, unfurl_media: false } as const;

/** Where an answer goes, and the means to send it there. */
export interface Place extends MessageWay {
  readonly client: webApi.WebClient;
  /** What is known of channels that the bot can't post to. */
  readonly unjoined: UnjoinedChannels;
  /** What a message of its own is found by, should this process die over it. */
  readonly nonce?: string;
}

/** A message with a button that was pressed. */
export interface PressedMessage extends Place {
  readonly responseUrl: string;
}

/**
 * Says a reply as a message of its own. Where Slack takes it neither through the response_url, which a form that lay open
 * has outlived, nor as a message of the bot's, it goes to the asker as a direct message.
 */
export async function deliverReply(place: Place, reply: Reply): Promise<Receipt> {
  const content = { ...renderSlack(reply), ...plainMessage };
  const { visibility } = reply;
  try {
    if (visibility === 'public')
      return toReceipt(place, reply, visibility, await say(place, content));
    await whisper(place, content);
  } catch (error) {
    if (place.responseUrl === undefined || !isRefused(error) || isRevocation(error)) throw error;
    await deliverDirectly(place, reply);
  }
  return toReceipt(place, reply, 'private', undefined);
}

/** Puts a reply in the place of the message whose button was pressed. */
export async function replaceMessage(pressed: PressedMessage, reply: Reply): Promise<Receipt> {
  const { client, channel, messageTs: ts, responseUrl, unjoined } = pressed;
  const content = renderSlack(reply);
  const message = { ...content, ...plainMessage, ...threadOf(pressed), replace_original: true };
  await eitherWay(
    () => respondAt(responseUrl, message),
    async () => {
      if (ts === undefined) await deliverReply(pressed, reply);
      else await withRetries(() => client.chat.update({ ...content, channel, ts }));
    },
  );
  const visibility = ts === undefined ? 'private' : 'public';
  return toReceipt(pressed, reply, visibility, unjoined.has(channel) ? undefined : ts);
}

/** Posts a reply for all in the channel, where the bot is a member. */
export async function postReply(place: Place, reply: Reply): Promise<Receipt> {
  const ts = await post(place, { ...renderSlack(reply), ...plainMessage });
  return toReceipt(place, reply, 'public', ts);
}

/** Slack takes a person for a channel: their conversation with the bot. */
export async function deliverDirectly(
  { client, user }: Pick<Place, 'client' | 'user'>,
  reply: Reply,
): Promise<void> {
  const content = { ...renderSlack(reply), ...plainMessage };
  await withRetries(() => client.chat.postMessage({ ...content, channel: user }));
}

type Content = SlackContent & typeof plainMessage;

/** `ts` is that of a message which the bot posted itself, and so can change. */
function toReceipt(
  { community, channel, threadTs }: Place,
  { about = [] }: Reply,
  visibility: Visibility,
  ts: string | undefined,
): Receipt {
  const address = { platform: 'slack', community, channel, thread: threadTs, message: ts } as const;
  return { address, visibility, canBeEdited: ts !== undefined, about };
}

/**
 * Gives the `ts` of the message, where Slack tells it: a message through a response_url has none, and so can never be
 * corrected. That is why the bot posts its own wherever it is a member.
 */
async function say(place: Place, content: Content): Promise<string | undefined> {
  const { responseUrl, channel, unjoined } = place;
  const postOwn = () => post(place, content);
  if (responseUrl === undefined) return postOwn();
  const message = { ...content, ...threadOf(place), replace_original: false } as const;
  const respond = async () => {
    await respondAt(responseUrl, { ...message, response_type: 'in_channel' });
    return undefined;
  };
  return unjoined.has(channel) ? eitherWay(respond, postOwn) : eitherWay(postOwn, respond);
}

async function whisper(place: Place, content: Content): Promise<void> {
  const { responseUrl, threadTs } = place;
  if (responseUrl === undefined) return postPrivately(place, content);
  const message = { ...content, ...threadOf(place), replace_original: false } as const;
  const respond = () => respondAt(responseUrl, { ...message, response_type: 'ephemeral' });
  // A thread is documented for public responses only, so a private one goes into it as a message of our own.
  if (threadTs === undefined) await eitherWay(respond, () => postPrivately(place, content));
  else await eitherWay(() => postPrivately(place, content), respond);
}

/**
 * The second way where Slack says that it did not take the first: a response_url works everywhere but not for long, the Web API
 * for ever but only where the bot is a member, and views only for seconds.
 */
export async function eitherWay<Result>(
  first: () => Promise<Result>,
  second: () => Promise<Result>,
): Promise<Result> {
  try {
    return await first();
  } catch (error) {
    if (!isRefused(error) || isRevocation(error)) throw error;
    return second();
  }
}

/** Slack said that it did not do it. A lost connection says nothing: the message may be standing there. */
export function isRefused(error: unknown): boolean {
  return (
    error instanceof RespondError ||
    error instanceof webApi.WebAPIPlatformError ||
    error instanceof webApi.WebAPIHTTPError ||
    error instanceof webApi.WebAPIRateLimitedError
  );
}

/** What Slack says where the bot may not post, now and the next time (docs.slack.dev, chat.postMessage). */
const unjoinedCodes: ReadonlySet<string> = new Set([
  'not_in_channel',
  'channel_not_found',
  'missing_scope',
  'restricted_action',
  'is_archived',
]);

async function post(place: Place, content: Content): Promise<string | undefined> {
  const { client, channel, unjoined, nonce } = place;
  const metadata = nonce === undefined ? {} : { metadata: nonceToMetadata(nonce) };
  const message = { ...content, ...threadOf(place), ...metadata, channel };
  try {
    const { ts } = await withRetries(() => client.chat.postMessage(message));
    return ts;
  } catch (error) {
    if (unjoinedCodes.has(errorCode(error))) unjoined.add(channel);
    throw error;
  }
}

async function postPrivately(place: Place, content: Content): Promise<void> {
  const { client, channel, user } = place;
  const message = { ...content, ...threadOf(place), channel, user };
  await withRetries(() => client.chat.postEphemeral(message));
}

function threadOf({ threadTs }: Place): { thread_ts?: string } {
  return threadTs === undefined ? {} : { thread_ts: threadTs };
}
