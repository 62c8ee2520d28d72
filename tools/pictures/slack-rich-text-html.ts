import type { types } from '@slack/bolt';
import { emojiToHtml, escapeHtml, nameOf, unknownPart } from './html.ts';
import { linkToHtml } from './slack-mrkdwn-html.ts';

type RichTextPart = types.RichTextBlock['elements'][number];

export function richTextToHtml({ elements }: types.RichTextBlock): string {
  return elements.map(partToHtml).join('');
}

function partToHtml(part: RichTextPart): string {
  switch (part.type) {
    case 'rich_text_section':
      return `<div class="text">${elementsToHtml(part.elements)}</div>`;
    case 'rich_text_quote':
      return `<blockquote>${elementsToHtml(part.elements)}</blockquote>`;
    case 'rich_text_preformatted':
      return `<pre>${elementsToHtml(part.elements)}</pre>`;
    case 'rich_text_list':
      return listToHtml(part);
    default:
      return unknownPart(JSON.stringify(part));
  }
}

/** The SDK's types don't know `offset`, how many numbers a list starts after. */
type NumberedList = types.RichTextList & { readonly offset?: number };

function listToHtml({ style, elements, indent = 0, offset = 0 }: NumberedList): string {
  const items = elements.map((item) => `<li>${elementsToHtml(item.elements)}</li>`).join('');
  const tag = style === 'ordered' ? 'ol' : 'ul';
  return `<${tag} start="${offset + 1}" style="margin-left:${28 * (indent + 1)}px">${items}</${tag}>`;
}

function elementsToHtml(elements: readonly types.RichTextElement[]): string {
  return elements.map(elementToHtml).join('');
}

function elementToHtml(element: types.RichTextElement): string {
  switch (element.type) {
    case 'text':
      return styleToHtml(emojiToHtml(escapeHtml(element.text)), element.style);
    case 'link':
      return styleToHtml(
        linkToHtml(element.url, emojiToHtml(escapeHtml(element.text ?? element.url))),
        element.style,
      );
    case 'user':
      return `<span class="mention">@${escapeHtml(nameOf(element.user_id))}</span>`;
    case 'channel':
      return `<span class="mention">#${escapeHtml(nameOf(element.channel_id))}</span>`;
    default:
      return unknownPart(`rich text ${element.type}`);
  }
}

function styleToHtml(html: string, style: types.RichTextText['style']): string {
  if (!style) return html;
  const { bold, italic, strike, code, ...others } = style;
  return [
    { tag: 'code', on: code },
    { tag: 's', on: strike },
    { tag: 'em', on: italic },
    { tag: 'strong', on: bold },
  ]
    .filter(({ on }) => on)
    .reduce((inner, { tag }) => `<${tag}>${inner}</${tag}>`, html)
    .concat(...Object.keys(others).map((name) => unknownPart(`style ${name}`)));
}
