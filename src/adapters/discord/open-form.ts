import type { ModalSubmitInteraction } from 'discord.js';
import { MessageFlags } from 'discord.js';
import { type Bot, isForm } from '../../core/bot/bot.ts';
import type { Invocation } from '../../core/bot/invocation.ts';
import { troubleReply } from '../../core/reply/trouble-reply.ts';
import { textsFor } from '../../core/texts/texts.ts';
import { formToModal } from './form-to-modal.ts';
import type { AskingInteraction } from './interaction-to-invocation.ts';
import { silentMessage } from './silent-message.ts';

/** How long a form may take to be made, in milliseconds: Discord gives up after 3 s, and no modal can follow a defer. */
const openWithinMs = 2000;

/** Shows the form, or tells the asker alone why there is none. */
export async function openForm(
  interaction: Exclude<AskingInteraction, ModalSubmitInteraction>,
  invocation: Invocation,
  bot: Bot,
): Promise<void> {
  const tooLate = troubleReply('mistake.ours', textsFor(invocation.locale));
  const shown = await withinMs(openWithinMs, bot.form(invocation), tooLate);
  if (isForm(shown)) {
    const channels = interaction.guild?.channels.cache;
    await interaction.showModal(formToModal(shown, (id) => channels?.has(id) ?? true));
  } else await interaction.reply({ ...silentMessage(shown), flags: MessageFlags.Ephemeral });
}

async function withinMs<Value, Otherwise>(
  ms: number,
  work: Promise<Value>,
  otherwise: Otherwise,
): Promise<Value | Otherwise> {
  const { promise: over, resolve } = Promise.withResolvers<Otherwise>();
  const timer = setTimeout(() => resolve(otherwise), ms);
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}
