import { z } from 'zod';
import type { AnswerWay } from '../../core/ports/deliveries.ts';
import type { Seal } from '../../secrets/seal.ts';

/** How long Slack takes answers through a response_url. */
const worksForMs = 30 * 60_000;

const asker = {
  user: z.string(),
  community: z.templateLiteral([z.enum(['discord', 'slack']), ':', z.string()]).optional(),
};

const messageWaySchema = z.object({
  ...asker,
  channel: z.string(),
  threadTs: z.string().optional(),
  /** Works in every conversation, also where the bot is not a member; undefined for events, which have none. */
  responseUrl: z.string().optional(),
  /** Of the message whose button was pressed; undefined for a private one, which only its response_url reaches. */
  messageTs: z.string().optional(),
});
const modalWaySchema = z.object({ ...asker, view: z.string() });
const waySchema = z.union([modalWaySchema, messageWaySchema]);

/** Where an answer goes as a message, and to whom if it is private. */
export type MessageWay = Readonly<z.infer<typeof messageWaySchema>>;
/** A modal that the answer is shown in. */
export type ModalWay = Readonly<z.infer<typeof modalWaySchema>>;

export function toAnswerWay(way: MessageWay | ModalWay, seal: Seal): AnswerWay {
  return { sealed: seal.close(way), worksForMs, replaces: 'view' in way };
}

/** Undefined where it was sealed by a bot with another secret. */
export function openWay(sealed: string, seal: Seal): MessageWay | ModalWay | undefined {
  return waySchema.safeParse(seal.open(sealed)).data;
}
