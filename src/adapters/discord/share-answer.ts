import {
  type ButtonInteraction,
  DiscordAPIError,
  MessageFlags,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageResult,
  Routes,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { AnswerPlan } from '../../core/bot/plan.ts';
import { takeShare } from '../../core/bot/take-share.ts';
import { revisionsToShown } from '../../core/claims/revision.ts';
import { platformId, type UserKey } from '../../core/keys.ts';
import type { Deliveries, TakenAnswer } from '../../core/ports/deliveries.ts';
import type { Reply } from '../../core/reply/reply.ts';
import { troubleReply } from '../../core/reply/trouble-reply.ts';
import { textsFor } from '../../core/texts/texts.ts';
import { communityOf } from './interaction-to-invocation.ts';
import { markRows } from './posted-under.ts';
import { interactionToReceipt, toAddress } from './receipts.ts';
import { renderDiscord } from './render-discord.ts';
import { silentMessage } from './silent-message.ts';

type Press = ButtonInteraction | StringSelectMenuInteraction;

/** As `takeShare` does. */
export function takePressedShare(
  interaction: Press,
  { outline }: AnswerPlan,
  deliveries: Deliveries,
): Promise<TakenAnswer | undefined> {
  const nonce = nonceOf(interaction);
  const address = toAddress(interaction, communityOf(interaction), undefined);
  const answer = { address, nonce, outline };
  return takeShare(deliveries, `discord:share:${nonce}`, `discord:${interaction.id}`, answer);
}

/** Posts a private answer as an ordinary message in its channel, then takes the private one away. */
export async function shareAnswer(
  interaction: Press,
  plan: AnswerPlan,
  taken: TakenAnswer,
): Promise<void> {
  const reply = await plan.answer();
  if (!reply.sharedBy) {
    await taken.cancelled();
    await tellPrivately(interaction, reply);
    return;
  }
  if (!(await taken.posting(revisionsToShown(reply.about)))) return;
  const nonce = nonceOf(interaction);
  const shared = sharedMessage(reply, reply.sharedBy);
  const body: RESTPostAPIChannelMessageJSONBody = {
    ...shared,
    components: markRows(shared.components, nonce),
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
    const why = isRefusal(error) ? 'share.failed' : 'mistake.ours';
    await tellPrivately(interaction, troubleReply(why, textsFor(reply.locale)));
    // Discord does not let the bot post there.
    if (isRefusal(error)) return;
    throw error;
  }
  const receipt = { ...interactionToReceipt(interaction, message.id, reply), canBeEdited: true };
  await plan.delivered(receipt, await taken.posted(receipt));
  await taken.ended();
  await interaction.deleteReply().catch(ignoreGone);
}

/** Pressed twice, or sent again because Discord's answer was lost, it is still posted once. */
function nonceOf({ message }: Press): string {
  return message.id;
}

async function tellPrivately(interaction: Press, reply: Reply): Promise<void> {
  await interaction.followUp({ ...silentMessage(reply), flags: MessageFlags.Ephemeral });
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
