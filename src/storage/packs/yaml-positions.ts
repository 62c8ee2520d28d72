import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { FieldPath } from '../../core/claims/field-mistake.ts';

/** Both from 1; the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface YamlMistake extends Position {
  readonly message: string;
}

/** Parsed YAML that still knows where everything was written. */
export interface YamlFile {
  readonly data: unknown;
  /** Where a value (or the name of its field) stands; for one that is missing, where its parent does. */
  positionOf(path: FieldPath, at?: 'key' | 'value'): Position;
}

export type ParsedYaml =
  | { readonly ok: true; readonly yaml: YamlFile }
  | { readonly ok: false; readonly mistakes: readonly YamlMistake[] };

/** Parses one YAML document, reporting every syntax mistake. Aliases are refused: they hide what a reviewer should see. */
export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const mistakes: YamlMistake[] = [...document.errors, ...document.warnings].map((error) => ({
    ...positionAt(error.pos[0]),
    message: plainMessages[error.code] ?? `${error.message}: correct the YAML here`,
  }));
  visit(document, {
    Alias: (_, alias) => {
      mistakes.push({
        ...positionAt(alias.range?.[0] ?? 0),
        message: `the alias *${alias.source} is not accepted: write the value out`,
      });
    },
  });
  if (mistakes.length > 0) return { ok: false, mistakes };
  return {
    ok: true,
    yaml: {
      data: document.toJS(),
      positionOf: (path, at = 'value') => positionAt(offsetOf(document.contents, path, at)),
    },
  };
}

/** The parser's commonest messages, said for people who don't know YAML's terms. */
const plainMessages: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'this field is given twice: keep one',
  MULTIPLE_DOCS:
    'a second document starts here: remove the line "---", one file holds one document',
  TAG_RESOLVE_FAILED: 'a value that starts with "!" is a YAML tag: put the value in quotes',
  TAB_AS_INDENT: 'the line is indented with a tab: use spaces',
  BLOCK_AS_IMPLICIT_KEY:
    'a colon and a space inside a value start a new field: put the value in quotes',
};

function offsetOf(root: Node | null, path: FieldPath, at: 'key' | 'value'): number {
  let node = root;
  let offset = root?.range?.[0] ?? 0;
  for (const [index, step] of path.entries()) {
    const child = childOf(node, step);
    if (!child) return offset;
    const isEmpty = child.value === null || child.value.range?.[0] === child.value.range?.[1];
    const useKey = isEmpty || (at === 'key' && index === path.length - 1);
    offset = (useKey ? child.key : child.value)?.range?.[0] ?? offset;
    node = child.value;
  }
  return offset;
}

function childOf(
  node: Node | null,
  step: string | number,
): { key: Node | null; value: Node | null } | undefined {
  if (isMap<Node, Node>(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    return pair && { key: pair.key, value: pair.value };
  }
  if (isSeq<Node>(node)) {
    const value = node.items[Number(step)];
    return value && { key: null, value };
  }
  return undefined;
}
