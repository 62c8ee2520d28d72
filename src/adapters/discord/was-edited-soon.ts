import type { Message } from 'discord.js';
import { lateMentionMs } from '../../core/bot/late-mention.ts';

/**
 * Whether somebody changed a message so soon that a mention of the bot, forgotten at first, still is a question. Discord
 * sends updates for the cards of links, too, which edit nothing.
 */
export function wasEditedSoon({
  editedTimestamp,
  createdTimestamp,
}: Pick<Message, 'editedTimestamp' | 'createdTimestamp'>): boolean {
  return editedTimestamp !== null && editedTimestamp - createdTimestamp <= lateMentionMs;
}
