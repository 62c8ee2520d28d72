import { type Channel, type Message, PermissionFlagsBits } from 'discord.js';
import type { Receipt } from '../../core/bot/plan.ts';
import type { CommunityKey } from '../../core/keys.ts';
import type { Address } from '../../core/ports/receipts.ts';
import type { Reply } from '../../core/reply/reply.ts';
import { channelOf, threadOf } from './channel-of.ts';
import { type AskingInteraction, communityOf } from './interaction-to-invocation.ts';

/** Where something stands: a message, or what an interaction is answered with. */
interface Place {
  readonly channelId: string | null;
  readonly channel: Channel | null;
}

/** For the response to an interaction. */
export function interactionToReceipt(
  interaction: AskingInteraction,
  message: string,
  { visibility, about = [] }: Pick<Reply, 'visibility' | 'about'>,
): Receipt {
  const community = communityOf(interaction);
  // Its token edits for 15 minutes. After that, the bot itself can, where it is a member and sees the channel.
  const seesChannel = interaction.appPermissions.has(PermissionFlagsBits.ViewChannel);
  const canBeEdited = visibility === 'public' && community !== undefined && seesChannel;
  return { address: toAddress(interaction, community, message), visibility, canBeEdited, about };
}

/** For an ordinary message of the bot's in reply to one. */
export function messageToReceipt({ about = [] }: Reply, asked: Message, message: string): Receipt {
  const address = { ...messageToAddress(asked), message };
  return { address, visibility: 'public', canBeEdited: true, about };
}

/** Of a message that was written to the bot. */
export function messageToAddress(asked: Message): Address {
  const community = asked.guildId === null ? undefined : (`discord:${asked.guildId}` as const);
  return toAddress(asked, community, asked.id);
}

export function toAddress(
  place: Place,
  community: CommunityKey | undefined,
  message: string | undefined,
): Address {
  const channel = channelOf(place) ?? '';
  return { platform: 'discord', community, channel, thread: threadOf(place), message };
}
