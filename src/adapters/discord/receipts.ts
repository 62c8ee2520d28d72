import {
  type ButtonInteraction,
  type Channel,
  type Message,
  MessageFlags,
  PermissionFlagsBits,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { Delivery, Receipt } from '../../core/bot/plan.ts';
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
  const { address, canBeEdited } = interactionToPlace(interaction);
  const isPublic = visibility === 'public';
  const standing = { ...address, message };
  return { address: standing, visibility, canBeEdited: isPublic && canBeEdited, about };
}

/** Where the response to an interaction stands, and whether it can be edited there if it is public. */
export function interactionToPlace(
  interaction: AskingInteraction,
): Pick<Receipt, 'address' | 'canBeEdited'> {
  const community = communityOf(interaction);
  // Its token edits for 15 minutes. After that, the bot itself can, where it is a member and sees the channel.
  const seesChannel = interaction.appPermissions.has(PermissionFlagsBits.ViewChannel);
  const address = toAddress(interaction, community, undefined);
  return { address, canBeEdited: community !== undefined && seesChannel };
}

/** True where the message whose button was pressed is what will change. */
export function changesMessage(
  interaction: AskingInteraction,
  delivery: Delivery,
): interaction is ButtonInteraction | StringSelectMenuInteraction {
  return interaction.isMessageComponent() && (delivery === 'replace' || delivery === 'share');
}

export function isPrivateMessage({ flags }: Message): boolean {
  return flags.has(MessageFlags.Ephemeral);
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
