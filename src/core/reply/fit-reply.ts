import { cutText } from '../texts/cut-text.ts';
import type { Block, Reply } from './reply.ts';

/** Below this many UTF-16 units a text tells too little: then the list gives way instead. */
const shortestUsefulText = 240;

/** No platform shows more of a reply, in UTF-16 units: what lies beyond is not even rendered, which would take long. */
const mostShown = 12_000;

/** What an item takes beside its words: a bullet, a blank and the end of a line, somewhere in four. */
const markerLength = 4;

/**
 * Shortens a reply until `fits` holds. The texts that may be cut give way first, all to the same length; then list
 * items from the end, counted in `omitted`, those of the longest list first; then, for a claim that somebody made huge,
 * every string. The title and the first item of each list stay. Asks `fits` some dozens of times at most, each time of a reply
 * that is not much longer than what can be shown.
 */
export function fitReply(reply: Reply, fits: (reply: Reply) => boolean): Reply {
  const bounded = shorten(withoutExcess(reply), (shorter) => lengthOf(shorter) <= mostShown);
  return shorten(bounded, fits);
}

function shorten(reply: Reply, fits: (reply: Reply) => boolean): Reply {
  if (fits(reply)) return reply;
  const cut = longestFitting(reply, shortestUsefulText, longestString(reply), fits, capTexts);
  if (fits(cut)) return cut;
  const listed = longestFitting(cut, 1, longestList(cut), fits, capLists);
  if (fits(listed)) return listed;
  return longestFitting(listed, 1, longestString(listed), fits, capEverything);
}

/** Lists without the items beyond what can be shown: there may be any number. */
function withoutExcess(reply: Reply): Reply {
  const blocks = reply.blocks.map((block) =>
    block.kind === 'list' ? capList(block, itemsShown(block)) : block,
  );
  return blocks.every((block, at) => block === reply.blocks[at]) ? reply : { ...reply, blocks };
}

/** How many items of a list can be shown at all. */
function itemsShown({ items }: List): number {
  let length = 0;
  const beyond = items.findIndex(({ text, detail = '' }) => {
    length += text.length + detail.length + markerLength;
    return length > mostShown;
  });
  return beyond < 0 ? items.length : Math.max(1, beyond);
}

type List = Extract<Block, { kind: 'list' }>;
type Cap = (reply: Reply, most: number) => Reply;

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

function longestList({ blocks }: Reply): number {
  return Math.max(0, ...blocks.map((block) => (block.kind === 'list' ? block.items.length : 0)));
}

function capLists(reply: Reply, most: number): Reply {
  const blocks = reply.blocks.map((block) =>
    block.kind === 'list' ? capList(block, most) : block,
  );
  return { ...reply, blocks };
}

function capList(list: List, most: number): List {
  const left = list.items.length - most;
  if (left <= 0) return list;
  return { ...list, items: list.items.slice(0, most), omitted: list.omitted + left };
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
      return { ...block, ...capHeading(block, cut), text: cut(block.text) };
    case 'quote':
    case 'note':
      return { ...block, text: cut(block.text) };
    case 'list':
      return {
        ...block,
        ...capHeading(block, cut),
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

function capHeading({ heading }: { readonly heading?: string }, cut: (text: string) => string) {
  return heading === undefined ? {} : { heading: cut(heading) };
}

function longestString(reply: Reply): number {
  return stringsOf(reply).reduce((longest, { length }) => Math.max(longest, length), 0);
}

function lengthOf(reply: Reply): number {
  return stringsOf(reply).reduce((sum, { length }) => sum + length, 0);
}

/** All that a reply says in words; addresses stay whole, wherever they are shown. */
export function stringsOf({ title, blocks }: Reply): readonly string[] {
  return [title, ...blocks.flatMap(stringsOfBlock)];
}

function stringsOfBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
      return [block.heading ?? '', block.text];
    case 'quote':
    case 'note':
      return [block.text];
    case 'list':
      return [
        block.heading ?? '',
        ...block.items.flatMap(({ text, detail = '' }) => [text, detail]),
      ];
    case 'fields':
      return block.fields.flatMap(({ name, value }) => [name, value]);
  }
}
