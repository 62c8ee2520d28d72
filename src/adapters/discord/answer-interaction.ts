import { DiscordAPIError, MessageFlags, RESTJSONErrorCodes } from 'discord.js';
import type { Bot } from '../../core/bot/bot.ts';
import { giveAnswer } from '../../core/bot/give-answer.ts';
import type { AnswerPlan, Delivery, Receipt } from '../../core/bot/plan.ts';
import type { Deliveries } from '../../core/ports/deliveries.ts';
import type { Reply } from '../../core/reply/reply.ts';
import type { Seal } from '../../secrets/seal.ts';
import {
  type AskingInteraction,
  interactionToDetails,
  interactionToInvocation,
} from './interaction-to-invocation.ts';
import { interactionToWay } from './interaction-way.ts';
import { openForm } from './open-form.ts';
import {
  changesMessage,
  interactionToPlace,
  interactionToReceipt,
  isPrivateMessage,
} from './receipts.ts';
import { shareAnswer, takePressedShare } from './share-answer.ts';
import { silentMessage } from './silent-message.ts';

/** Acknowledges, works, then delivers the answer in the way that the acknowledgement promised. */
export async function answerInteraction(
  interaction: AskingInteraction,
  bot: Bot,
  deliveries: Deliveries,
  seal: Seal,
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
  if (delivery === 'share' && changesMessage(interaction, delivery)) {
    const [, taken] = await Promise.all([
      acknowledge(interaction, delivery),
      takePressedShare(interaction, plan, deliveries),
    ]);
    if (taken) await shareAnswer(interaction, plan, taken);
    return;
  }
  const underWay = {
    address: interactionToPlace(interaction).address,
    way: interactionToWay(interaction, plan, seal),
    locale: interaction.locale,
    outline: plan.outline,
  };
  const [, taken] = await Promise.all([
    acknowledge(interaction, delivery),
    deliveries.begin(`discord:${interaction.id}`, underWay),
  ]);
  if (!taken) return;
  await giveAnswer(plan, taken, (reply) => deliver(interaction, reply, plan));
}

async function acknowledge(interaction: AskingInteraction, delivery: Delivery): Promise<void> {
  await ignoringSecond(async () => {
    if (changesMessage(interaction, delivery)) {
      await interaction.deferUpdate();
    } else {
      const flags = delivery === 'public' ? {} : { flags: MessageFlags.Ephemeral as const };
      await interaction.deferReply(flags);
    }
  });
  interaction.deferred = true;
}

async function deliver(
  interaction: AskingInteraction,
  reply: Reply,
  { delivery }: AnswerPlan,
): Promise<Receipt> {
  if (!changesMessage(interaction, delivery)) {
    const { id } = await interaction.editReply(silentMessage(reply));
    return interactionToReceipt(interaction, id, reply);
  }
  if (reply.placement === 'replace') {
    const { message } = interaction;
    await interaction.editReply(silentMessage(reply));
    const visibility = isPrivateMessage(message) ? 'private' : 'public';
    return interactionToReceipt(interaction, message.id, { ...reply, visibility });
  }
  const flags = MessageFlags.Ephemeral as const;
  const { id } = await interaction.followUp({ ...silentMessage(reply), flags });
  return interactionToReceipt(interaction, id, reply);
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
