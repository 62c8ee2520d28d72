import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  type Node,
  type YAMLMap,
} from 'yaml';

/** A mistake by its place in the source, from 0. */
export interface OffsetMistake {
  readonly offset: number;
  readonly message: string;
}

/** Several times what a claim with a hundred wordings has. */
const maxNodes = 5000;
/** A source's labels are four deep. */
const maxDepth = 8;

/** What parses well and means something else than whoever wrote it thinks; of a file that is too big only that. */
export function yamlTraps(document: Document, source: string): readonly OffsetMistake[] {
  const found: OffsetMistake[] = [];
  let tooBig: OffsetMistake | undefined;
  let nodes = 0;
  // The parser's own `visit` makes a list of all parents for each value, which takes several times as long.
  const look = (node: unknown, parent: unknown, depth: number): void => {
    if (tooBig) return;
    if (isPair(node)) {
      look(node.key, node, depth);
      look(node.value, node, depth);
      return;
    }
    if (!isNode(node)) return;
    const offset = node.range?.[0] ?? 0;
    nodes += 1;
    if (nodes > maxNodes) {
      tooBig = { offset, message: `the file holds more than ${maxNodes} values: split it` };
    } else if (depth > maxDepth) {
      tooBig = { offset, message: 'values are nested too deep here: a claim has three levels' };
    }
    if (tooBig) return;
    found.push(...nodeTraps(node, offset, source));
    const cutAt = cutOffset(node, parent, source);
    if (cutAt !== undefined) found.push({ offset: cutAt, message: cut });
    if (isMap(node)) found.push(...repeatedFields(node));
    if (isCollection(node)) for (const item of node.items) look(item, node, depth + 1);
  };
  look(document.contents, document, 0);
  if (document.directives?.yaml.explicit) found.push({ offset: 0, message: directive });
  return tooBig ? [tooBig] : found;
}

const directive = 'a line that begins with "%" is a directive of YAML: remove it';

/** Marks that vanish from the text that they stand before. */
function nodeTraps(node: Node, offset: number, source: string): readonly OffsetMistake[] {
  if (isAlias(node)) {
    return [{ offset, message: 'an alias ("*") is not accepted: write the value out' }];
  }
  const before = (mark: string): number => Math.max(0, source.lastIndexOf(mark, offset));
  return [
    ...('anchor' in node && node.anchor !== undefined
      ? [
          {
            offset: before('&'),
            message: 'a value that starts with "&" is a YAML anchor: put the value in quotes',
          },
        ]
      : []),
    ...(node.tag !== undefined
      ? [
          {
            offset: before('!'),
            message: 'a value that starts with "!" is a YAML tag: put the value in quotes',
          },
        ]
      : []),
  ];
}

function repeatedFields({ items }: YAMLMap): readonly OffsetMistake[] {
  const names = new Set<string>();
  return items.flatMap(({ key }) => {
    const name = isScalar(key) ? String(key.value) : '';
    if (!names.has(name)) {
      names.add(name);
      return [];
    }
    const offset = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
    return [{ offset, message: 'this field is given twice: keep one' }];
  });
}

/**
 * Where the "#" stands that ends a text without quotes, after a space or a line break: half a sentence is left, and nothing says
 * so. Where a comment has a line of its own, it stands no deeper than the field or the dash that it is about.
 */
function cutOffset(node: Node, parent: unknown, source: string): number | undefined {
  const end = node.range?.[1];
  if (!isScalar(node) || node.type !== 'PLAIN' || end === undefined) return undefined;
  if (typeof node.value !== 'string' || /^\d{4}(?:-\d\d){0,2}$/.test(node.value)) return undefined;
  const rest = source.slice(end, end + 300);
  const [, blank] = rest.match(/^([ \t]+|[ \t]*(?:\r?\n[ \t]*)+)#/) ?? [];
  if (blank === undefined) return undefined;
  const lines = blank.split('\n');
  const depth = lines.at(-1)?.length ?? 0;
  if (lines.length > 1 && depth <= columnOfParent(node, parent, source)) return undefined;
  return end + blank.length;
}

const cut =
  'the text ends before this "#": put the text in quotes, or move the comment to a line of its own, no deeper than its field';

/** From 0, of the name of the field or of the dash that a value stands after. */
function columnOfParent(node: Node, parent: unknown, source: string): number {
  const start = node.range?.[0] ?? 0;
  const columnOf = (offset: number): number => offset - (source.lastIndexOf('\n', offset - 1) + 1);
  if (isPair<Node>(parent) && parent.key?.range) return columnOf(parent.key.range[0]);
  return columnOf(source.lastIndexOf('-', start - 1));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value;
}
