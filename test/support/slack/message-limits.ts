import { z } from 'zod';

const style = z.strictObject({ bold: z.boolean().optional(), italic: z.boolean().optional() });
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
const inline = z.array(z.discriminatedUnion('type', [textElement, linkElement])).min(1);
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: inline });
const quote = z.strictObject({ type: z.literal('rich_text_quote'), elements: inline });
const list = z.strictObject({
  type: z.literal('rich_text_list'),
  style: z.enum(['bullet', 'ordered']),
  elements: z.array(section).min(1),
});
const richText = z.strictObject({
  type: z.literal('rich_text'),
  elements: z.array(z.discriminatedUnion('type', [section, quote, list])).min(1),
});
const header = z.strictObject({
  type: z.literal('header'),
  text: z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(150),
    emoji: z.boolean(),
  }),
});

/** The blocks this stand-in knows. A kind that is not here is refused, and then has to be added with its limits. */
export const blocksSchema = z
  .array(z.discriminatedUnion('type', [header, richText]))
  .min(1)
  .max(50);
export type ShownBlock = z.infer<typeof blocksSchema>[number];

/** The error that Slack would answer to a message, or undefined if it would post it. */
export function refusalOf(message: { text?: unknown; blocks?: unknown }): string | undefined {
  if (typeof message.text !== 'string' || message.text === '') return 'no_text';
  if (message.text.length > 4000) return 'msg_too_long';
  if (message.blocks === undefined) return undefined;
  if (!blocksSchema.safeParse(message.blocks).success) return 'invalid_blocks';
  // Slack's own limit is undocumented and somewhere above.
  return JSON.stringify(message.blocks).length > 12_000 ? 'msg_blocks_too_long' : undefined;
}
