import { z } from 'zod';
import { typedToSlack, unescapeEntities, withoutStruck } from './slack-text.ts';

/**
 * The words of Block Kit's blocks in wire form, a line for each part. A kind of block that we do not know is read by the
 * fields in which the others hold words.
 */
export function blocksToWire(blocks: readonly unknown[]): readonly string[] {
  return blocks.flatMap((block) => nodeLines(block, 0));
}

/** Lists stand in lists, cells in rows; no block of Slack's is deeper. */
const deepest = 8;

/** Parts that are for touching: nobody says what stands on a button. */
const controls =
  /^(?:actions|input|file|.*button|.*_select|.*picker|overflow|checkboxes|feedback_.*)$/;

const list = z.array(z.unknown()).catch([]);

/** The fields that hold words, in the order in which they are shown. */
const nodeSchema = z.object({
  type: z.string().catch(''),
  title: z.unknown().optional(),
  subtitle: z.unknown().optional(),
  text: z.unknown().optional(),
  body: z.unknown().optional(),
  description: z.unknown().optional(),
  fields: list,
  elements: list,
  rows: list,
});

function nodeLines(node: unknown, depth: number): readonly string[] {
  if (depth > deepest) return [];
  if (typeof node === 'string') return line(typedToSlack(node));
  if (Array.isArray(node)) return node.flatMap((each) => nodeLines(each, depth + 1));
  const { data } = nodeSchema.safeParse(node);
  if (!data || controls.test(data.type)) return [];
  const { type, title, subtitle, text, body, description, fields, elements, rows } = data;
  if (/^rich_text_(?:section|quote|preformatted)$/.test(type))
    return line(elements.map(inlineToWire).join(''));
  if (typeof text === 'string') return line(textToWire(type, text));
  const parts = [title, subtitle, text, body, description, fields, elements, rows];
  return parts.flatMap((part) => nodeLines(part, depth + 1));
}

/** Only `mrkdwn` is in wire form already. */
function textToWire(type: string, text: string): string {
  if (type === 'mrkdwn') return withoutStruck(text);
  if (type === 'markdown') return typedToSlack(text.replace(/~~(?=\S)[^~]+~~/g, ' '));
  return typedToSlack(unescapeEntities(text));
}

const inlineSchema = z.object({
  type: z.string(),
  text: z.string().optional(),
  url: z.string().optional(),
  user_id: z.string().optional(),
  usergroup_id: z.string().optional(),
  channel_id: z.string().optional(),
  range: z.string().optional(),
  fallback: z.string().optional(),
  style: z.object({ strike: z.boolean().optional() }).optional(),
});

/** A piece of a line. The name of an emoji was never said. */
function inlineToWire(inline: unknown): string {
  const { data } = inlineSchema.safeParse(inline);
  if (!data || data.style?.strike) return ' ';
  const { type, text, url, user_id, usergroup_id, channel_id, range, fallback } = data;
  switch (type) {
    case 'link':
      return `<${[url, text].flatMap((part) => (part ? typedToSlack(part) : [])).join('|')}>`;
    case 'user':
      return `<@${user_id}>`;
    case 'usergroup':
      return `<!subteam^${usergroup_id}>`;
    case 'channel':
      return `<#${channel_id}>`;
    case 'broadcast':
      return `<!${range}>`;
    default:
      return typedToSlack(unescapeEntities(text ?? fallback ?? ' '));
  }
}

function line(said: string): readonly string[] {
  return said.trim() === '' ? [] : [said.trim()];
}
