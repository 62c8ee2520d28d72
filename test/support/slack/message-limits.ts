import { z } from 'zod';
import { actionsBlock, plainText } from './element-limits.ts';

const style = z.strictObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strike: z.boolean().optional(),
});
const textElement = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1).max(3000),
  style: style.optional(),
});
const linkElement = z.strictObject({
  type: z.literal('link'),
  url: z.url({ protocol: /^https?$/ }).max(3000),
  text: z.string().min(1).max(3000),
  style: style.optional(),
});
const mentionElement = z.strictObject({
  type: z.literal('user'),
  user_id: z.string().regex(/^U[A-Z0-9]+$/),
});
const channelElement = z.strictObject({
  type: z.literal('channel'),
  channel_id: z.string().regex(/^[CG][A-Z0-9]+$/),
});
const inline = z
  .array(z.discriminatedUnion('type', [textElement, linkElement, mentionElement, channelElement]))
  .min(1);
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: inline });
const quote = z.strictObject({ type: z.literal('rich_text_quote'), elements: inline });
const list = z.strictObject({
  type: z.literal('rich_text_list'),
  style: z.enum(['bullet', 'ordered']),
  offset: z.int().min(0).optional(),
  elements: z.array(section).min(1),
});
export const richText = z.strictObject({
  type: z.literal('rich_text'),
  elements: z.array(z.discriminatedUnion('type', [section, quote, list])).min(1),
});
export const context = z.strictObject({
  type: z.literal('context'),
  elements: z.array(plainText(3000)).min(1).max(10),
});
export const header = z.strictObject({ type: z.literal('header'), text: plainText(150) });

/** The blocks this stand-in knows. A kind that is not here is refused, and then has to be added with its limits. */
export const blocksSchema = z
  .array(z.discriminatedUnion('type', [header, richText, context, actionsBlock]))
  .min(1)
  .max(50)
  .refine(hasUniqueIds);
export type ShownBlock = z.infer<typeof blocksSchema>[number];

/** Ids of blocks, and of what can be pressed, are unique in a message or view. */
export function hasUniqueIds(blocks: readonly object[]): boolean {
  const blockIds = blocks.flatMap((block) => ('block_id' in block ? [block.block_id] : []));
  const actionIds = JSON.stringify(
    blocks.filter((block) => 'type' in block && block.type === 'actions'),
  ).match(/"action_id":"[^"]*"/g);
  return isUnique(blockIds) && isUnique(actionIds ?? []);
}

function isUnique(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

/** The error that Slack would answer to a message, or undefined if it would post it. */
export function refusalOf(message: { text?: unknown; blocks?: unknown }): string | undefined {
  if (typeof message.text !== 'string' || message.text === '') return 'no_text';
  if (message.text.length > 4000) return 'msg_too_long';
  if (message.blocks === undefined) return undefined;
  if (!blocksSchema.safeParse(message.blocks).success) return 'invalid_blocks';
  // Slack's own limit is undocumented and somewhere above.
  return JSON.stringify(message.blocks).length > 12_000 ? 'msg_blocks_too_long' : undefined;
}
