import type { MessageMentionOptions } from 'discord.js';
import type { Reply } from '../../core/reply/reply.ts';
import { renderDiscord } from './render-discord.ts';

/** Nobody is pinged, whatever a text says. */
export const noMentions: MessageMentionOptions = { parse: [], repliedUser: false };

/** A reply to send or edit. An edit that leaves the mentions out would have Discord look for them again. */
export function silentMessage(reply: Reply) {
  return { ...renderDiscord(reply), allowedMentions: noMentions };
}
