import { MessageFlags } from 'discord.js';
import { isForm } from '../../core/bot/plan.ts';
import { within } from '../../core/ports/within.ts';
import type { Form } from '../../core/reply/form.ts';
import type { Reply } from '../../core/reply/reply.ts';
import { troubleReply } from '../../core/reply/trouble-reply.ts';
import { textsFor } from '../../core/texts/texts.ts';
import { formToModal } from './form-to-modal.ts';
import type { AskingInteraction } from './interaction-to-invocation.ts';
import { silentMessage } from './silent-message.ts';

/** How long a form may take to be made, in milliseconds: Discord gives up after 3 s, and no modal can follow a defer. */
const openWithinMs = 2000;

/**
 * Shows the form, or tells the asker alone why there is none.
 * @throws {Error} when a form was sent off: Discord takes no second one as its answer.
 */
export async function openForm(
  interaction: AskingInteraction,
  opened: Promise<Form | Reply>,
): Promise<void> {
  if (interaction.isModalSubmit()) throw new Error('A form was to be answered by another form.');
  const tooLate = troubleReply('mistake.ours', textsFor(interaction.locale));
  const shown = await within(openWithinMs, opened).catch(() => tooLate);
  if (isForm(shown)) {
    const channels = interaction.guild?.channels.cache;
    await interaction.showModal(formToModal(shown, (id) => channels?.has(id) ?? true));
  } else await interaction.reply({ ...silentMessage(shown), flags: MessageFlags.Ephemeral });
}
