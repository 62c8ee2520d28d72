import { ImportError } from './import-error.ts';

/** A value as it stands in a document. */
export interface DocumentItem {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly text: string;
}

/** The lists that may be long: a feed's, that of linked data, and that of what Google's search answers. */
const listNames: ReadonlySet<string> = new Set(['dataFeedElement', '@graph', 'claims']);
const longestName = Math.max(...[...listNames].map((name) => name.length));

/** The largest value that is held. In UTF-16 units. */
const maxItem = 64 * 1024 * 1024;

/**
 * Takes JSON documents apart: the items of a long list one by one, and each document without its lists behind them. It holds one
 * item at a time, and looks at brackets and quotation marks alone: whether an item is right is for who parses it.
 * @throws {ImportError} where an item is too large
 */
export async function* documentItems(pieces: AsyncIterable<string>): AsyncGenerator<DocumentItem> {
  let line = 1;
  let depth = 0;
  /** How many brackets the items of the list stand in that is being read; 0 outside one. */
  let listDepth = 0;
  let isInText = false;
  let isEscaped = false;
  /** The beginning of the last text outside lists, and whether a colon came after it. */
  let name = '';
  let isNamed = false;
  /** What was read of the item, or of the document since its last list. */
  let held = '';
  let heldFrom = 1;
  /** The document up to its last list. */
  let rest = '';
  let restFrom = 1;

  for await (const piece of pieces) {
    let start = 0;
    const holdUpTo = (end: number): void => {
      held += piece.slice(start, end);
      start = end;
      if (held.length > maxItem) throw new ImportError('it holds an item of 64 million characters');
    };
    for (let at = 0; at < piece.length; at += 1) {
      const sign = piece[at];
      if (sign === '\n') line += 1;
      if (isInText) {
        if (isEscaped) isEscaped = false;
        else if (sign === '\\') isEscaped = true;
        else if (sign === '"') isInText = false;
        else if (listDepth === 0 && name.length <= longestName) name += sign;
        continue;
      }
      switch (sign) {
        case '"':
          isInText = true;
          if (listDepth === 0) name = '';
          break;
        case ':':
          isNamed = true;
          break;
        case '[':
        case '{':
          depth += 1;
          if (
            sign === '[' &&
            listDepth === 0 &&
            (depth === 1 || (isNamed && listNames.has(name)))
          ) {
            holdUpTo(at + 1);
            rest += held;
            held = '';
            heldFrom = line;
            listDepth = depth;
          }
          isNamed = false;
          break;
        case ',':
          isNamed = false;
          if (listDepth === 0 || depth !== listDepth) break;
          holdUpTo(at);
          yield* itemOf(held, heldFrom);
          held = '';
          heldFrom = line;
          start = at + 1;
          break;
        case ']':
        case '}':
          if (listDepth > 0 && depth === listDepth) {
            holdUpTo(at);
            yield* itemOf(held, heldFrom);
            held = '';
            listDepth = 0;
          }
          depth = Math.max(0, depth - 1);
          if (depth > 0) break;
          holdUpTo(at + 1);
          yield* itemOf(rest + held, restFrom);
          rest = '';
          held = '';
          restFrom = line;
          break;
      }
    }
    holdUpTo(piece.length);
  }
  // What was cut off.
  if (listDepth > 0) yield* itemOf(held, heldFrom);
  else yield* itemOf(rest + held, restFrom);
}

function* itemOf(text: string, line: number): Generator<DocumentItem> {
  const [blank = ''] = text.match(/^\s*/) ?? [];
  if (blank.length === text.length) return;
  yield { line: line + blank.split('\n').length - 1, text: text.slice(blank.length) };
}
