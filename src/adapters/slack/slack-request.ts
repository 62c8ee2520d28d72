import type { IncomingMessage } from 'node:http';
import { isValidSlackRequest } from '@slack/bolt';
import { z } from 'zod';
import { commandSchema, eventSchema, interactionSchema } from './slack-body.ts';
import { textToJson } from './text-to-json.ts';

/** Slack's own payloads stay far below: the largest hold a message of 40,000 characters. */
const bodyLimitBytes = 1024 * 1024;

const form = 'application/x-www-form-urlencoded';

/** Slack drops events for a while, and says so; there is nothing to be done about it. */
const rateLimitSchema = z.looseObject({ type: z.literal('app_rate_limited') });

/** Slack asks whether the address is ours. */
const challengeSchema = z.looseObject({
  type: z.literal('url_verification'),
  challenge: z.string(),
});

/** The status that a request gets from us, because it is none that the bot could make something of. */
type OwnAnswer = 200 | 400 | 401 | 413;

/**
 * Reads a request as far as Bolt takes on faith: that the body is one that Slack sends. Bolt then finds the body in
 * `rawBody`. The signature comes first, so that strangers' bodies are not even parsed. Rejects when the connection is lost.
 */
export async function readSlackRequest(
  request: IncomingMessage,
  signingSecret: string,
): Promise<OwnAnswer | undefined> {
  const rawBody = await readBody(request);
  if (!rawBody) return 413;
  const body = rawBody.toString();
  const mediaType = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  const fields = mediaType === form ? new URLSearchParams(body) : undefined;
  // Slack checks so that the address answers, without a signature; nothing in it is to have an effect.
  if (fields?.get('ssl_check') === '1') return 200;
  if (!isSigned(request, body, signingSecret)) return 401;
  if (!fields && rateLimitSchema.safeParse(textToJson(body)).success) return 200;
  if (!(fields ? isForm(fields) : isEvent(body))) return 400;
  // Bolt knows the media type by its bare name only.
  if (fields) request.headers['content-type'] = form;
  Object.assign(request, { rawBody });
  return undefined;
}

/** Undefined when it is too large; then the rest of it is let pass. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  const read = Promise.withResolvers<Buffer | undefined>();
  request.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > bodyLimitBytes) read.resolve(undefined);
    else chunks.push(chunk);
  });
  request.on('end', () => read.resolve(Buffer.concat(chunks)));
  request.on('error', read.reject);
  return read.promise;
}

function isSigned({ headers }: IncomingMessage, body: string, signingSecret: string): boolean {
  const signature = headers['x-slack-signature'];
  if (typeof signature !== 'string') return false;
  const sentAt = Number(headers['x-slack-request-timestamp']);
  return isValidSlackRequest({
    signingSecret,
    body,
    headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': sentAt },
  });
}

function isEvent(body: string): boolean {
  return z.union([eventSchema, challengeSchema]).safeParse(textToJson(body)).success;
}

function isForm(fields: URLSearchParams): boolean {
  // Twice the same field is a list to one reader and one of the two to another.
  if (new Set(fields.keys()).size < fields.size) return false;
  const payload = fields.get('payload');
  return payload === null
    ? commandSchema.safeParse(Object.fromEntries(fields)).success
    : interactionSchema.safeParse(textToJson(payload)).success;
}
