import {
  type ButtonInteraction,
  DiscordAPIError,
  MessageFlags,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageResult,
  Routes,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { Receipt } from '../../core/bot/plan.ts';
import { platformId, type UserKey } from '../../core/keys.ts';
import type { Deliveries, MadeAnswer } from '../../core/ports/deliveries.ts';
import type { Reply } from '../../core/reply/reply.ts';
import { troubleReply } from '../../core/reply/trouble-reply.ts';
import { textsFor } from '../../core/texts/texts.ts';
import { communityOf } from './interaction-to-invocation.ts';
import { interactionToReceipt, toAddress } from './receipts.ts';
import { renderDiscord } from './render-discord.ts';
import { silentMessage } from './silent-message.ts';

/**
 * Posts a private answer as an ordinary message in its channel, then takes the private one away; undefined where Discord
 * does not let the bot post.
 */
export async function shareAnswer(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  reply: Reply,
  by: UserKey,
  made: MadeAnswer | undefined,
  deliveries: Deliveries,
): Promise<Receipt | undefined> {
  // Pressed twice, or sent again because Discord's answer was lost, it is still posted once.
  const nonce = interaction.message.id;
  const address = toAddress(interaction, communityOf(interaction), undefined);
  const isForChannel = true;
  const taken = await deliveries.begin(`discord:share:${nonce}`, { address, isForChannel, nonce });
  if (!taken) return undefined;
  await taken.posting(made);
  const t = textsFor(reply.locale);
  const body: RESTPostAPIChannelMessageJSONBody = {
    ...sharedMessage(reply, by),
    nonce,
    enforce_nonce: true,
  };
  let message: RESTPostAPIChannelMessageResult;
  try {
    const route = Routes.channelMessages(interaction.channelId);
    const posted = await interaction.client.rest.post(route, { body });
    message = posted as RESTPostAPIChannelMessageResult;
  } catch (error) {
    await taken.cancelled();
    const failed = troubleReply(isRefusal(error) ? 'share.failed' : 'mistake.ours', t);
    await interaction.followUp({ ...silentMessage(failed), flags: MessageFlags.Ephemeral });
    if (isRefusal(error)) return undefined;
    throw error;
  }
  await taken.ended();
  await interaction.deleteReply().catch(ignoreGone);
  return { ...interactionToReceipt(interaction, message.id, reply), canBeEdited: true };
}

/** An ordinary message that says who shares it. */
export function sharedMessage(reply: Reply, by: UserKey) {
  const { embeds, components } = renderDiscord(reply);
  return {
    // Shown as a name; nobody is pinged.
    content: textsFor(reply.locale)('share.by', { user: `<@${platformId(by)}>` }),
    embeds: [...embeds],
    components: [...components],
    allowed_mentions: { parse: [] },
  } satisfies RESTPostAPIChannelMessageJSONBody;
}

/** After a second press, the first one has taken the private answer away. */
function ignoreGone(error: unknown): void {
  if (!(error instanceof DiscordAPIError && error.status === 404)) throw error;
}

function isRefusal(error: unknown): boolean {
  return error instanceof DiscordAPIError && (error.status === 403 || error.status === 404);
}
