import { type Texts, textsFor } from '../texts/texts.ts';
import { fillReferences, type Reference, referenceToText } from './reference.ts';
import type { Block, ListItem, Reply } from './reply.ts';

type Show = (reference: Reference) => string;

/** The reply as plain text: the console, Slack's fallback `text`, screen readers, tests. */
export function replyToText(reply: Reply, show: Show = referenceToText): string {
  const t = textsFor(reply.locale);
  return [reply.title, ...reply.blocks.map((block) => blockToText(block, t, show))].join('\n\n');
}

function blockToText(block: Block, t: Texts, show: Show): string {
  switch (block.kind) {
    case 'text':
      return block.heading ? `${block.heading}\n${block.text}` : block.text;
    case 'quote':
      return t('claim.quoted', { claim: block.text });
    case 'note':
      return block.text;
    case 'list':
      return [
        ...(block.heading ? [block.heading] : []),
        ...block.items.map(
          (item, index) =>
            `${block.ordered ? `${(block.start ?? 1) + index}.` : '-'} ${itemToText(item, show, block.inline)}`,
        ),
        ...(block.omitted > 0 ? [t('list.omitted', { count: block.omitted })] : []),
      ].join('\n');
    case 'fields':
      return block.fields
        .map(({ name, value, references }) =>
          t('field.line', { name, value: fillReferences(value, references, show) }),
        )
        .join('\n');
  }
}

function itemToText(item: ListItem, show: Show, inline = false): string {
  const { text, detail = '', url, references, detailReferences } = item;
  const said = [
    fillReferences(text, references, show),
    fillReferences(detail, detailReferences, show),
  ].filter(Boolean);
  return [said.join(inline ? ' · ' : '\n'), url]
    .filter(Boolean)
    .join('\n')
    .replaceAll('\n', '\n   ');
}
