import type { ShownBlock } from './message-limits.ts';

type RichText = Extract<ShownBlock, { type: 'rich_text' }>['elements'][number];
type Inline = Extract<RichText, { type: 'rich_text_section' }>['elements'][number];

/** What people read: one paragraph a block; links as `text <address>`. */
export function blocksToShownText(blocks: readonly ShownBlock[]): string {
  return blocks.map(blockToText).join('\n\n');
}

function blockToText(block: ShownBlock): string {
  return block.type === 'header' ? block.text.text : block.elements.map(richToText).join('\n');
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
          const mark = element.style === 'ordered' ? `${index + 1}.` : '•';
          return `${mark} ${inlineToText(item.elements).replaceAll('\n', '\n   ')}`;
        })
        .join('\n');
  }
}

function inlineToText(elements: readonly Inline[]): string {
  return elements
    .map((element) => (element.type === 'link' ? `${element.text} <${element.url}>` : element.text))
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
