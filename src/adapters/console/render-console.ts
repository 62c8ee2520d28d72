import { styleText } from 'node:util';
import { fitReply, stringsOf } from '../../core/reply/fit-reply.ts';
import { fillReferences } from '../../core/reply/reference.ts';
import type { Block, ListItem, Reply } from '../../core/reply/reply.ts';
import { printable } from '../../core/texts/printable.ts';
import { type Texts, textsFor } from '../../core/texts/texts.ts';
import type { ConsoleStyle } from './console-style.ts';
import { wrapText } from './wrap-text.ts';

/**
 * Of a reply, in bytes: some 100 lines of English, or 70 of Chinese, whose signs take more of them, as they take more columns and
 * longer to wrap. Nobody reads on.
 */
const mostBytes = 8000;

/** A reply for a terminal: wrapped, with the title in bold and the small print dimmed. */
export function renderConsole(reply: Reply, style: ConsoleStyle): string {
  const pen = penFor(style);
  const t = textsFor(reply.locale);
  const { title, blocks } = fitReply(reply, (shorter) => bytesOf(shorter) <= mostBytes);
  return [pen.bold(title), ...blocks.map((block) => renderBlock(block, pen, t))].join('\n\n');
}

function bytesOf(reply: Reply): number {
  return stringsOf(reply).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

/** Writes text of whatever origin: without what would steer the terminal, and wrapped. */
interface Pen {
  plain(text: string, indent?: string): string;
  bold(text: string): string;
  dim(text: string, indent?: string): string;
  /** The address as it is, to be read, copied or clicked on. */
  address(url: string, indent: string): string;
}

function penFor({ width, color, links = false }: ConsoleStyle): Pen {
  const styled = (format: Parameters<typeof styleText>[0], text: string): string =>
    color ? styleText(format, text, { validateStream: false }) : text;
  const plain = (text: string, indent = ''): string => wrapText(printable(text), width, indent);
  return {
    plain,
    bold: (text) => styled('bold', plain(text)),
    dim: (text, indent) => styled('dim', plain(text, indent)),
    address(url, indent) {
      const shown = styled('underline', printable(url));
      return indent + (links ? linkTo(url, shown) : shown);
    },
  };
}

/** OSC 8, which takes printable ASCII only: so the address is written as browsers send it. */
function linkTo(url: string, shown: string): string {
  const target = URL.parse(url)?.href;
  return target ? `\u001B]8;;${target}\u001B\\${shown}\u001B]8;;\u001B\\` : shown;
}

function renderBlock(block: Block, pen: Pen, t: Texts): string {
  switch (block.kind) {
    case 'text': {
      const text = pen.plain(block.text);
      return block.heading ? `${pen.bold(block.heading)}\n${text}` : text;
    }
    case 'quote':
      return pen.plain(t('claim.quoted', { claim: block.text }), '  ');
    case 'note':
      return pen.dim(block.text);
    case 'list':
      return [
        ...(block.heading ? [pen.bold(block.heading)] : []),
        ...block.items.map((item, index) =>
          renderItem(
            block.inline ? withDetailInline(item) : item,
            block.ordered ? `${(block.start ?? 1) + index}. ` : '• ',
            pen,
          ),
        ),
        ...(block.omitted > 0 ? [pen.plain(t('list.omitted', { count: block.omitted }))] : []),
      ].join('\n');
    case 'fields':
      return block.fields
        .map(({ name, value, references }) =>
          pen.dim(t('field.line', { name, value: fillReferences(value, references) })),
        )
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
  pen: Pen,
): string {
  const indent = ' '.repeat(marker.length);
  return [
    marker + pen.plain(fillReferences(text, references), indent).slice(indent.length),
    ...(detail ? [pen.dim(fillReferences(detail, detailReferences), indent)] : []),
    ...(url ? [pen.address(url, indent)] : []),
  ].join('\n');
}
