import type { ShownAction } from './element-limits.ts';
import type { ShownBlock } from './message-limits.ts';
import type { ShownView } from './view-limits.ts';

type RichText = Extract<ShownBlock, { type: 'rich_text' }>['elements'][number];
type Inline = Extract<RichText, { type: 'rich_text_section' }>['elements'][number];

type AnyBlock = ShownBlock | ShownView['blocks'][number];

/** What people read: one paragraph a block; links as `text <address>`. Buttons and selects are apart. */
export function blocksToShownText(blocks: readonly AnyBlock[]): string {
  return blocks.flatMap(blockToText).join('\n\n');
}

/** What people can press, and the choices of selects, in the order shown. */
export function blocksToActions(blocks: readonly AnyBlock[]): readonly ShownAction[] {
  return blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
}

/** A modal or home page: its title, its text and the labels of its fields. */
export function viewToShownText(view: ShownView): string {
  const title = view.type === 'modal' ? [view.title.text] : [];
  return [...title, blocksToShownText(view.blocks)].join('\n\n');
}

function blockToText(block: AnyBlock): string | readonly string[] {
  switch (block.type) {
    case 'header':
    case 'section':
      return block.text.text;
    case 'input':
      return [block.label.text, ...(block.hint ? [block.hint.text] : [])].join('\n');
    case 'actions':
      return [];
    case 'context':
      return block.elements.map(({ text }) => text).join(' ');
    case 'rich_text':
      return block.elements.map(richToText).join('\n');
  }
}

function richToText(element: RichText): string {
  switch (element.type) {
    case 'rich_text_section':
      return inlineToText(element.elements);
    case 'rich_text_quote':
      return `> ${inlineToText(element.elements)}`;
    case 'rich_text_list':
      return element.elements
        .map((item, index) => {
          const number = (element.offset ?? 0) + index + 1;
          const mark = element.style === 'ordered' ? `${number}.` : '•';
          return `${mark} ${inlineToText(item.elements).replaceAll('\n', '\n   ')}`;
        })
        .join('\n');
  }
}

function inlineToText(elements: readonly Inline[]): string {
  return elements
    .map((element) => {
      if (element.type === 'user') return `@${element.user_id}`;
      if (element.type === 'channel') return `#${element.channel_id}`;
      return element.type === 'link' ? `${element.text} <${element.url}>` : element.text;
    })
    .join('');
}

/** What a notification says: Slack's parser turns `<!channel>` into a ping, here `[[!channel]]`. */
export function fallbackToShownText(text: string): string {
  return text
    .replace(/<([@#!][^<>]*)>/g, '[[$1]]')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** What Slack's clients send for what a person types: escaped, with bare addresses made into links. */
export function typedToWire(typed: string): string {
  return typed
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/https?:\/\/(?:(?!&[lg]t;)[^\s|])+/g, (url) => `<${url}>`);
}
