import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { FieldPath } from '../../core/claims/field-mistake.ts';
import type { Position, TextMistake } from './position.ts';
import { textTraps } from './text-traps.ts';
import { yamlSentence } from './yaml-sentences.ts';
import { yamlTraps } from './yaml-traps.ts';

/** Parsed YAML that still knows where everything was written. */
export interface YamlFile {
  readonly data: unknown;
  /** Where a value (or the name of its field) stands; for one that is missing, where its parent does. */
  positionOf(path: FieldPath, at?: 'key' | 'value'): Position;
}

export type ParsedYaml =
  | { readonly ok: true; readonly yaml: YamlFile }
  | { readonly ok: false; readonly mistakes: readonly TextMistake[] };

/**
 * Parses one YAML document, reporting every syntax mistake, one a line. What hides from a reviewer what the bot will read is a
 * mistake, too.
 */
export function parseYaml(text: string): ParsedYaml {
  const traps = textTraps(text);
  if (traps.length > 0) return { ok: false, mistakes: traps };
  const lines = new LineCounter();
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    // Checked in `yamlTraps`: the parser compares each field with each.
    uniqueKeys: false,
  });
  const errors = [...document.errors, ...document.warnings].map(
    ({ code, message, pos: [offset] }) => {
      const position = positionAt(offset);
      return { ...position, message: yamlSentence(code, message, lineAt(text, offset)) };
    },
  );
  const hidden = yamlTraps(document, text).map(({ offset, message }) => ({
    ...positionAt(offset),
    message,
  }));
  if (errors.length + hidden.length > 0) {
    return { ok: false, mistakes: firstOfLines([...errors, ...hidden]) };
  }
  return {
    ok: true,
    yaml: {
      data: document.toJS(),
      positionOf: (path, at = 'value') => positionAt(offsetOf(document.contents, path, at)),
    },
  };
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end < 0 ? undefined : end);
}

/** What a parser says about the rest of a line that it has lost its way in is noise. */
function firstOfLines(mistakes: readonly TextMistake[]): readonly TextMistake[] {
  const byLine = Map.groupBy(mistakes, ({ line }) => line);
  return [...byLine.values()].flatMap(([first]) => first ?? []);
}

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
