import { z } from 'zod';
import type { AnswerPlan } from '../../core/bot/plan.ts';
import type { AnswerWay } from '../../core/ports/deliveries.ts';
import type { Address } from '../../core/ports/receipts.ts';
import type { Seal } from '../../secrets/seal.ts';
import type { AskingInteraction } from './interaction-to-invocation.ts';
import { changesMessage, interactionToPlace, isPrivateMessage } from './receipts.ts';

/** "Interaction tokens are valid for 15 minutes" (docs.discord.com, receiving and responding). */
const worksForMs = 15 * 60_000;

const schema = z.object({
  application: z.string(),
  token: z.string(),
  /** False where the acknowledgement left the message alone whose button was pressed. */
  hasResponse: z.boolean(),
  /** Of what stands there, or will. */
  visibility: z.enum(['public', 'private']),
  address: z.custom<Address>((value) => z.object({ channel: z.string() }).safeParse(value).success),
  canBeEdited: z.boolean(),
});

/** What it takes to answer an interaction without it. */
export type InteractionWay = Readonly<z.infer<typeof schema>>;

export function interactionToWay(
  interaction: AskingInteraction,
  { delivery }: AnswerPlan,
  seal: Seal,
): AnswerWay {
  const { applicationId: application, token } = interaction;
  const pressed = changesMessage(interaction, delivery) ? interaction.message : undefined;
  const isPrivate = pressed ? isPrivateMessage(pressed) : delivery !== 'public';
  const way: InteractionWay = {
    application,
    token,
    hasResponse: pressed === undefined,
    visibility: isPrivate ? 'private' : 'public',
    ...interactionToPlace(interaction),
  };
  return { sealed: seal.close(way), worksForMs, replaces: way.hasResponse };
}

/** Undefined where it was sealed by a bot with another token. */
export function openWay(sealed: string, seal: Seal): InteractionWay | undefined {
  return schema.safeParse(seal.open(sealed)).data;
}
