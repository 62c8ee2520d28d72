import { RespondError, webApi } from '@slack/bolt';
import type { Reply } from '../../core/reply/reply.ts';
import { isRevocation } from './connection-problem.ts';
import { renderSlack, type SlackContent } from './render-slack.ts';
import { respondAt } from './respond-at.ts';
import { withRetries } from './web-api.ts';

/** No previews: they would show other people's pages under our name and push the sources away. */
const plainMessage = { mrkdwn: false, unfurl_links: false, unfurl_media: false } as const;

/** Where an answer goes, and to whom if it is private. */
export interface Place {
  readonly client: webApi.WebClient;
  readonly user: string;
  readonly channel: string;
  readonly threadTs: string | undefined;
  /** Works in every conversation, also where the bot is not a member; undefined for events, which have none. */
  readonly responseUrl: string | undefined;
}

/** A message with a button that was pressed. */
export interface PressedMessage extends Place {
  readonly responseUrl: string;
  /** Undefined for a private message, which can be reached through its response_url only. */
  readonly messageTs: string | undefined;
}

/** Says a reply as a message of its own. */
export async function deliverReply(place: Place, reply: Reply): Promise<void> {
  const content = { ...renderSlack(reply), ...plainMessage };
  await (reply.visibility === 'public' ? say(place, content) : whisper(place, content));
}

/** Puts a reply in the place of the message whose button was pressed. */
export async function replaceMessage(pressed: PressedMessage, reply: Reply): Promise<void> {
  const { client, channel, messageTs: ts, responseUrl } = pressed;
  const content = renderSlack(reply);
  const message = { ...content, ...plainMessage, ...threadOf(pressed), replace_original: true };
  await eitherWay(
    () => respondAt(responseUrl, message),
    async () => {
      if (ts === undefined) await deliverReply(pressed, reply);
      else await withRetries(() => client.chat.update({ ...content, channel, ts }));
    },
  );
}

/** Posts a reply for all in the channel, where the bot is a member. */
export function postReply(place: Place, reply: Reply): Promise<void> {
  return post(place, { ...renderSlack(reply), ...plainMessage });
}

type Content = SlackContent & typeof plainMessage;

async function say(place: Place, content: Content): Promise<void> {
  const { responseUrl } = place;
  if (responseUrl === undefined) return post(place, content);
  const message = { ...content, ...threadOf(place), replace_original: false } as const;
  await eitherWay(
    () => respondAt(responseUrl, { ...message, response_type: 'in_channel' }),
    () => post(place, content),
  );
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

/** The response_url works everywhere but not for long, the Web API for ever but only where the bot is a member. */
async function eitherWay(first: () => Promise<void>, second: () => Promise<void>): Promise<void> {
  try {
    await first();
  } catch (error) {
    const isRefusal = error instanceof RespondError || error instanceof webApi.WebAPIPlatformError;
    if (!isRefusal || isRevocation(error)) throw error;
    await second();
  }
}

async function post(place: Place, content: Content): Promise<void> {
  const { client, channel } = place;
  const message = { ...content, ...threadOf(place), channel };
  await withRetries(() => client.chat.postMessage(message));
}

async function postPrivately(place: Place, content: Content): Promise<void> {
  const { client, channel, user } = place;
  const message = { ...content, ...threadOf(place), channel, user };
  await withRetries(() => client.chat.postEphemeral(message));
}

function threadOf({ threadTs }: Place): { thread_ts?: string } {
  return threadTs === undefined ? {} : { thread_ts: threadTs };
}
