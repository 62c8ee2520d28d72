import { DiscordAPIError, type Message } from 'discord.js';
import type { Bot } from '../../core/bot/bot.ts';
import { giveAnswer } from '../../core/bot/give-answer.ts';
import type { Deliveries } from '../../core/ports/deliveries.ts';
import { messageToInvocation } from './message-to-invocation.ts';
import { markRows } from './posted-under.ts';
import type { QuietChannels } from './quiet-channels.ts';
import { messageToAddress, messageToReceipt } from './receipts.ts';
import { silentMessage } from './silent-message.ts';

/** Answers a mention or a direct message with a reply to it; other messages are none of the bot's business. */
export async function answerMessage(
  message: Message,
  bot: Bot,
  deliveries: Deliveries,
  quietChannels: QuietChannels,
): Promise<void> {
  const invocation = messageToInvocation(message);
  if (!invocation || quietChannels.has(message.channelId)) return;
  // When the answer to a POST is lost, discord.js sends it again: the nonce makes Discord keep one of them.
  const nonce = message.id;
  const address = messageToAddress(message);
  const taken = await deliveries.begin(`discord:${message.id}`, { address, nonce });
  if (!taken) return;
  const plan = await bot.plan(invocation);
  if (!('answer' in plan)) return taken.ended();
  await taken.planned(plan.outline);
  try {
    await giveAnswer(plan, taken, async (reply) => {
      const answer = silentMessage(reply);
      const { id } = await message.reply({
        ...answer,
        components: markRows(answer.components, nonce),
        failIfNotExists: false,
        nonce,
        enforceNonce: true,
      });
      return messageToReceipt(reply, message, id);
    });
  } catch (error) {
    if (error instanceof DiscordAPIError && (error.status === 403 || error.status === 404)) {
      quietChannels.add(message.channelId);
    }
    throw error;
  }
}
