import { styleText } from 'node:util';
import { fillReferences } from '../../core/reply/reference.ts';
import type { Block, ListItem, Reply } from '../../core/reply/reply.ts';
import { type Texts, textsFor } from '../../core/texts/texts.ts';

export interface ConsoleStyle {
  /** Columns to wrap at. */
  readonly width: number;
  /** Whether escape codes may be used; the words say the same without them. */
  readonly color: boolean;
}

type Format = Parameters<typeof styleText>[0];

/** A reply for a terminal: wrapped, with the title in bold and the small print dimmed. */
export function renderConsole(reply: Reply, { width, color }: ConsoleStyle): string {
  const style = (format: Format, text: string): string =>
    color ? styleText(format, text, { validateStream: false }) : text;
  const t = textsFor(reply.locale);
  const parts = reply.blocks.map((block) => renderBlock(block, width, style, t));
  return [style('bold', clean(reply.title)), ...parts].join('\n\n');
}

function renderBlock(
  block: Block,
  width: number,
  style: (format: Format, text: string) => string,
  t: Texts,
): string {
  switch (block.kind) {
    case 'text': {
      const text = wrap(clean(block.text), width, '');
      return block.heading ? `${style('bold', block.heading)}\n${text}` : text;
    }
    case 'quote':
      return wrap(t('claim.quoted', { claim: clean(block.text) }), width, '  ');
    case 'note':
      return style('dim', wrap(clean(block.text), width, ''));
    case 'list':
      return [
        ...(block.heading ? [style('bold', clean(block.heading))] : []),
        ...block.items.map((item, index) =>
          renderItem(
            block.inline ? withDetailInline(item) : item,
            block.ordered ? `${(block.start ?? 1) + index}. ` : '• ',
            width,
            style,
          ),
        ),
        ...(block.omitted > 0 ? [t('list.omitted', { count: block.omitted })] : []),
      ].join('\n');
    case 'fields':
      return block.fields
        .map(({ name, value, references }) => {
          const said = t('field.line', { name, value: fillReferences(value, references) });
          return style('dim', wrap(clean(said), width, ''));
        })
        .join('\n');
  }
}

function withDetailInline({ detail, detailReferences = [], ...item }: ListItem): ListItem {
  if (!detail) return item;
  const { text, references = [] } = item;
  return { ...item, text: `${text} · ${detail}`, references: [...references, ...detailReferences] };
}

function renderItem(
  { text, detail, url, references, detailReferences }: ListItem,
  marker: string,
  width: number,
  style: (format: Format, text: string) => string,
): string {
  const indent = ' '.repeat(marker.length);
  return [
    marker + wrap(clean(fillReferences(text, references)), width, indent).slice(indent.length),
    ...(detail
      ? [style('dim', wrap(clean(fillReferences(detail, detailReferences)), width, indent))]
      : []),
    ...(url ? [style('underline', clean(url)).replace(/^/, indent)] : []),
  ].join('\n');
}

/** Text from a pack or a person must not steer the terminal: control codes are left out, line breaks stay. */
function clean(text: string): string {
  return text.replace(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/gu, '');
}

function wrap(text: string, width: number, indent: string): string {
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, Math.max(20, width - indent.length)))
    .map((line) => indent + line)
    .join('\n');
}

function wrapLine(line: string, width: number): readonly string[] {
  const lines = [''];
  for (const word of line.split(' ')) {
    const current = lines.at(-1) ?? '';
    if (current && current.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = current ? `${current} ${word}` : word;
  }
  return lines;
}
