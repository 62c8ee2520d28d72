import type { IncomingMessage } from 'node:http';
import { isValidSlackRequest } from '@slack/bolt';
import { z } from 'zod';

/** Slack's own payloads stay far below: the largest hold a message of 40,000 characters. */
const bodyLimitBytes = 1024 * 1024;

const form = 'application/x-www-form-urlencoded';

const id = z.string().min(1);
const text = z.string();
const named = z.looseObject({ id });

/** Of a workspace or organisation; Bolt looks things up under it in an object, which has a `constructor` of its own. */
const teamId = z
  .string()
  .regex(/^[A-Z0-9]+$/)
  .nullish();
const team = z.looseObject({ id: teamId }).nullish();
/** Which workspace an event or a command is of. */
const ofTeam = { team_id: teamId, enterprise_id: teamId };

/** Slack drops events for a while, and says so; there is nothing to be done about it. */
const rateLimitSchema = z.looseObject({ type: z.literal('app_rate_limited') });

const ids = z.array(text);

const messageSchema = z.looseObject({
  channel: id,
  ts: id,
  thread_ts: id.nullish(),
  user: text.nullish(),
  edited: z.looseObject({ ts: id }).nullish(),
});
const teamsSchema = z.looseObject({ team_ids: ids });

/** What the bot listens to, so far as it looks into it. */
const heard: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ['app_mention', messageSchema],
  ['message', messageSchema],
  ['app_home_opened', z.looseObject({ user: id, channel: id, tab: text })],
  ['tokens_revoked', z.looseObject({ tokens: z.looseObject({ bot: ids.nullish() }) })],
  ['team_access_granted', teamsSchema],
  ['team_access_revoked', teamsSchema],
]);

/** Bolt looks at the place of every event. */
const happenedSchema = z
  .looseObject({
    type: id,
    channel: z.union([z.string(), named]).optional(),
    item: z.looseObject({}).optional(),
  })
  .refine((event) => heard.get(event.type)?.safeParse(event).success ?? true);

/** What Slack sends as JSON, so far as it tells what it is. */
const eventSchema = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('event_callback'),
    event_id: id,
    ...ofTeam,
    authorizations: z.array(z.looseObject(ofTeam)).nullish(),
    event: happenedSchema,
  }),
  z.looseObject({ type: z.literal('url_verification'), challenge: z.string() }),
]);

const commandSchema = z.looseObject({
  ...ofTeam,
  command: id,
  text,
  user_id: id,
  channel_id: id,
  trigger_id: id,
});

/** Who does something with a button, form or shortcut, and where; Bolt looks into a place wherever one is named. */
const place = {
  user: named.extend({ team_id: teamId }),
  channel: named.optional(),
  team,
  enterprise: team,
};
const touch = { ...place, trigger_id: id };
const option = z.looseObject({ value: text });
const field = z.looseObject({
  type: id,
  value: text.nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).nullish(),
  selected_conversations: ids.nullish(),
});
const viewSchema = z.looseObject({
  id,
  callback_id: text,
  private_metadata: text,
  state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), field)) }),
});
const actionSchema = z.union([
  z.looseObject({ type: z.literal('static_select'), action_id: id, selected_option: option }),
  z.looseObject({
    type: id.refine((type) => type !== 'static_select'),
    action_id: id,
    value: text.nullish(),
  }),
]);

/** What people do with buttons, forms and shortcuts: JSON in the one field of a form. */
const interactionSchema = z.discriminatedUnion('type', [
  z.looseObject({
    ...touch,
    type: z.literal('block_actions'),
    actions: z.array(actionSchema).min(1),
    container: z.looseObject({}),
    view: named.optional(),
  }),
  z.looseObject({
    ...place,
    type: z.literal('block_suggestion'),
    action_id: id,
    value: text,
  }),
  z.looseObject({
    ...touch,
    type: z.literal('message_action'),
    callback_id: id,
    channel: named,
    message: z.looseObject({}),
  }),
  z.looseObject({ ...touch, type: z.literal('shortcut'), callback_id: id }),
  z.looseObject({ ...touch, type: z.literal('view_submission'), view: viewSchema }),
  z.looseObject({ ...place, type: z.literal('view_closed'), view: named }),
]);

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
  return eventSchema.safeParse(textToJson(body)).success;
}

function isForm(fields: URLSearchParams): boolean {
  // Twice the same field is a list to one reader and one of the two to another.
  if (new Set(fields.keys()).size < fields.size) return false;
  const payload = fields.get('payload');
  return payload === null
    ? commandSchema.safeParse(Object.fromEntries(fields)).success
    : interactionSchema.safeParse(textToJson(payload)).success;
}

function textToJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
