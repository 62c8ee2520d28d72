import { z } from 'zod';
import { commandSchema, eventSchema, interactionSchema } from './slack-body.ts';
import { textToJson } from './text-to-json.ts';

const wraps = { envelope_id: z.string().min(1) };

/** What comes over a socket, so far as it tells what it is; inside it lies what would come as a request over HTTP. */
const envelopeSchema = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('hello') }),
  z.looseObject({ type: z.literal('disconnect') }),
  z.looseObject({ ...wraps, type: z.literal('events_api'), payload: eventSchema }),
  z.looseObject({ ...wraps, type: z.literal('slash_commands'), payload: commandSchema }),
  z.looseObject({ ...wraps, type: z.literal('interactive'), payload: interactionSchema }),
]);

/** Whether a message over the socket is one that Slack sends. */
export function isSlackEnvelope(text: string): boolean {
  return envelopeSchema.safeParse(textToJson(text)).success;
}
