import { DiscordAPIError, MessageFlags, RESTJSONErrorCodes } from 'discord.js';
import type { Bot } from '../../core/bot/bot.ts';
import type { Delivery } from '../../core/bot/plan.ts';
import type { Deliveries } from '../../core/ports/deliveries.ts';
import type { Reply } from '../../core/reply/reply.ts';
import {
  type AskingInteraction,
  interactionToDetails,
  interactionToInvocation,
} from './interaction-to-invocation.ts';
import { openForm } from './open-form.ts';
import { shareAnswer } from './share-answer.ts';
import { silentMessage } from './silent-message.ts';

/** Acknowledges, works, then delivers the answer in the way that the acknowledgement promised. */
export async function answerInteraction(
  interaction: AskingInteraction,
  bot: Bot,
  deliveries: Deliveries,
): Promise<void> {
  const plan = await bot.plan(
    interactionToInvocation(interaction),
    interactionToDetails(interaction),
  );
  const { delivery } = plan;
  if (delivery === 'none') return;
  if (delivery === 'form') {
    await ignoringSecond(() => openForm(interaction, plan.form()));
    return;
  }
  // Discord gives up after 3 s and fixes here who will see the answer; so nothing that may wait for long comes first, not
  // even the question whether this delivery is the first.
  const [, firstDelivery] = await Promise.all([
    acknowledge(interaction, delivery),
    deliveries.claim(`discord:${interaction.id}`),
  ]);
  if (!firstDelivery) return;
  await deliver(interaction, await plan.answer(), delivery);
}

async function acknowledge(interaction: AskingInteraction, delivery: Delivery): Promise<void> {
  await ignoringSecond(async () => {
    if (interaction.isMessageComponent() && leavesMessage(delivery)) {
      await interaction.deferUpdate();
    } else {
      const flags = delivery === 'public' ? {} : { flags: MessageFlags.Ephemeral as const };
      await interaction.deferReply(flags);
    }
  });
  interaction.deferred = true;
}

/** True where the message whose button was pressed is what will change. */
function leavesMessage(delivery: Delivery): boolean {
  return delivery === 'replace' || delivery === 'share';
}

async function deliver(
  interaction: AskingInteraction,
  reply: Reply,
  delivery: Delivery,
): Promise<void> {
  if (!interaction.isMessageComponent() || !leavesMessage(delivery)) {
    await interaction.editReply(silentMessage(reply));
  } else if (reply.sharedBy) {
    await shareAnswer(interaction, reply, reply.sharedBy);
  } else if (reply.placement === 'replace') {
    await interaction.editReply(silentMessage(reply));
  } else {
    await interaction.followUp({ ...silentMessage(reply), flags: MessageFlags.Ephemeral });
  }
}

/** Discord took the first response already: this is a second delivery, or its answer to our first try was lost. */
async function ignoringSecond(respond: () => Promise<void>): Promise<void> {
  try {
    await respond();
  } catch (error) {
    if (!isAlreadyAcknowledged(error)) throw error;
  }
}

function isAlreadyAcknowledged(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
  );
}
