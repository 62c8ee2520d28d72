import { cutText } from '../texts/cut-text.ts';
import type { Block, Reply } from './reply.ts';

/** Below this many UTF-16 units a text tells too little: then the list gives way instead. */
const shortestUsefulText = 240;

/**
 * Shortens a reply until `fits` holds. The texts that may be cut give way first, all to the same length; then list
 * items from the end, counted in `omitted`; then, for a claim that somebody made huge, every string. The title and
 * the first item of each list stay.
 */
export function fitReply(reply: Reply, fits: (reply: Reply) => boolean): Reply {
  if (fits(reply)) return reply;
  const cut = longestFitting(reply, shortestUsefulText, longestString(reply), fits, capTexts);
  if (fits(cut)) return cut;
  const listed = dropItems(cut, fits);
  if (fits(listed)) return listed;
  return longestFitting(listed, 1, longestString(listed), fits, capEverything);
}

type Cap = (reply: Reply, length: number) => Reply;

/** The reply under the largest cap that fits, or under `least` if none does. */
function longestFitting(
  reply: Reply,
  least: number,
  most: number,
  fits: (reply: Reply) => boolean,
  cap: Cap,
): Reply {
  let low = least;
  let high = Math.max(least, most);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(cap(reply, middle))) low = middle;
    else high = middle - 1;
  }
  return cap(reply, low);
}

function dropItems(reply: Reply, fits: (reply: Reply) => boolean): Reply {
  let current = reply;
  while (!fits(current)) {
    const shorter = withoutLastItem(current);
    if (!shorter) break;
    current = shorter;
  }
  return current;
}

/** One item less, from the end of the longest list; undefined when every list is down to its first item. */
function withoutLastItem(reply: Reply): Reply | undefined {
  const counts = reply.blocks.map((block) => (block.kind === 'list' ? block.items.length : 0));
  const longest = counts.indexOf(Math.max(1, ...counts));
  if ((counts[longest] ?? 0) < 2) return undefined;
  const blocks = reply.blocks.map((block, index) =>
    index === longest && block.kind === 'list'
      ? { ...block, items: block.items.slice(0, -1), omitted: block.omitted + 1 }
      : block,
  );
  return { ...reply, blocks };
}

function capTexts(reply: Reply, length: number): Reply {
  return {
    ...reply,
    blocks: reply.blocks.map((block) =>
      block.kind === 'text' && block.mayCut
        ? { ...block, text: cutText(block.text, length) }
        : block,
    ),
  };
}

function capEverything(reply: Reply, length: number): Reply {
  const cut = (text: string): string => cutText(text, length);
  return {
    ...reply,
    title: cut(reply.title),
    blocks: reply.blocks.map((block) => capBlock(block, cut)),
  };
}

function capBlock(block: Block, cut: (text: string) => string): Block {
  switch (block.kind) {
    case 'text':
    case 'quote':
    case 'note':
      return { ...block, text: cut(block.text) };
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({
          ...item,
          text: cut(item.text),
          ...(item.detail !== undefined && { detail: cut(item.detail) }),
        })),
      };
    case 'fields':
      return {
        ...block,
        fields: block.fields.map((field) => ({
          ...field,
          name: cut(field.name),
          value: cut(field.value),
        })),
      };
  }
}

function longestString(reply: Reply): number {
  return Math.max(
    reply.title.length,
    ...reply.blocks.flatMap(stringsOf).map((text) => text.length),
  );
}

function stringsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
    case 'quote':
    case 'note':
      return [block.text];
    case 'list':
      return block.items.flatMap((item) => [item.text, item.detail ?? '']);
    case 'fields':
      return block.fields.flatMap(({ name, value }) => [name, value]);
  }
}
