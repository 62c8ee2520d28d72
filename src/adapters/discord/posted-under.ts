import { createHash } from 'node:crypto';
import type { APIMessage } from 'discord.js';
import type { ActionRow } from './actions-to-rows.ts';

/** Discord numbers components itself, from 1 on; a mark is larger, and fits the 31 bits that Discord takes. */
const leastMark = 2 ** 30;

/**
 * Rows under which the bot knows a message again: Discord tells nobody the nonce of a message that it gives out later, but
 * the number of a component stays with it, unseen.
 */
export function markRows(rows: readonly ActionRow[], nonce: string): ActionRow[] {
  return rows.map((row, index) => (index === 0 ? { ...row, id: nonceToMark(nonce) } : row));
}

/** Undefined where it has no buttons, or was edited since. */
export function markOf({ components = [] }: Pick<APIMessage, 'components'>): number | undefined {
  return components.map(({ id = 0 }) => id).find((id) => id >= leastMark);
}

export function nonceToMark(nonce: string): number {
  return leastMark + (createHash('sha256').update(nonce).digest().readUInt32BE() % leastMark);
}
