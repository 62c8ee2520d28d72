import { DiscordAPIError, MessageFlags, RESTJSONErrorCodes } from 'discord.js';
import type { Bot } from '../../core/bot/bot.ts';
import type { AnswerPlan, Delivery, Receipt } from '../../core/bot/plan.ts';
import type { Deliveries } from '../../core/ports/deliveries.ts';
import type { Reply } from '../../core/reply/reply.ts';
import {
  type AskingInteraction,
  interactionToDetails,
  interactionToInvocation,
} from './interaction-to-invocation.ts';
import { openForm } from './open-form.ts';
import { interactionToReceipt } from './receipts.ts';
import { shareAnswer, takeShare } from './share-answer.ts';
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
  if (delivery === 'share' && interaction.isMessageComponent()) {
    const [, taken] = await Promise.all([
      acknowledge(interaction, delivery),
      takeShare(interaction, plan, deliveries),
    ]);
    if (taken) await shareAnswer(interaction, plan, taken);
    return;
  }
  const [, firstDelivery] = await Promise.all([
    acknowledge(interaction, delivery),
    deliveries.claim(`discord:${interaction.id}`),
  ]);
  if (!firstDelivery) return;
  const reply = await plan.answer();
  await plan.delivered(await deliver(interaction, reply, plan));
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
  { delivery }: AnswerPlan,
): Promise<Receipt> {
  if (!interaction.isMessageComponent() || !leavesMessage(delivery)) {
    const { id } = await interaction.editReply(silentMessage(reply));
    return interactionToReceipt(interaction, id, reply);
  }
  if (reply.placement === 'replace') {
    const { id, flags } = interaction.message;
    await interaction.editReply(silentMessage(reply));
    const visibility = flags.has(MessageFlags.Ephemeral) ? 'private' : 'public';
    return interactionToReceipt(interaction, id, { ...reply, visibility });
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
