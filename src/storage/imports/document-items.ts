import { ImportError } from './import-error.ts';
import { createItemOpenings } from './item-openings.ts';
import { maxBroken, parseLoosely } from './loose-json.ts';
import { longestOpening } from './opening.ts';

/** A value as it stands in a document. */
export interface DocumentItem {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly text: string;
  /** Whether the document ended before the list did that it stands in. */
  readonly isCut?: boolean;
  /** Whether it is broken, and this what goes on behind a part of it that was told already. */
  readonly isRest?: boolean;
}

/** The lists that may be long: a feed's, that of linked data, and that of what Google's search answers. */
const listNames: ReadonlySet<string> = new Set(['dataFeedElement', '@graph', 'claims']);
const longestName = Math.max(...[...listNames].map((name) => name.length));

/** The largest value that is held. In UTF-16 units, as below. */
const maxItem = 64 * 1024 * 1024;

/** Longer than a name that checks are counted by, which is not to be torn. */
const longestWord = 64;

/**
 * Takes JSON documents apart: the items of a long list one by one, and each document without its lists behind them. It holds one
 * item at a time, and looks at brackets and quotation marks alone: whether an item is right is for who parses it. Where these don't
 * add up, an item goes to where the next one begins as those that are whole do, so that a broken one costs no other. What is broken and longer
 * than what can be mended is given in parts.
 * @throws {ImportError} where an item is too large
 */
export async function* documentItems(
  pieces: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<DocumentItem> {
  const openings = createItemOpenings();
  let line = 1;
  /** The brackets that are open. */
  const open: string[] = [];
  /** How many brackets the items of the list stand in that is being read; 0 outside one. */
  let listDepth = 0;
  /** The same of the last list, which a bracket too many may have closed. */
  let lastListDepth = 0;
  let isInText = false;
  let isEscaped = false;
  /** The last character outside texts. */
  let last = '';
  /** Whether the item that is being read can be no JSON. */
  let isBroken = false;
  /** Whether it was tried to end the list behind it. */
  let isEndTried = false;
  /** The beginning of the last text outside lists. */
  let name = '';
  /** Whether a part of it was given already. */
  let isRest = false;
  /** What was read of the item, or of the document since its last list. */
  let held = '';
  let heldFrom = 1;
  /** The document up to its last list. */
  let rest = '';
  let restFrom = 1;

  let isBegun = false;
  for await (const { text, from, to } of withSurroundings(pieces)) {
    if (!isBegun) openings.learnAhead(text);
    isBegun = true;
    let piece = text;
    let end = to;
    let start = from;
    /** Where the item behind a broken one begins, if in this piece. */
    let next = isBroken ? openings.find(piece, from, held) : undefined;
    /** Whether no more of them begins here. */
    let isLast = false;

    const holdUpTo = (at: number): void => {
      held += piece.slice(start, at);
      start = at;
      if (held.length > maxItem) throw new ImportError('it holds an item of 64 million characters');
    };
    const beginItem = (at: number): void => {
      start = at;
      held = '';
      heldFrom = line;
      isBroken = false;
      isEndTried = false;
      isRest = false;
      next = undefined;
    };
    const mayEnd = (item: string): boolean => {
      if (!isBroken) return true;
      if (isEndTried) return false;
      isEndTried = true;
      return parseLoosely(item) !== undefined;
    };
    const openList = (depth: number): void => {
      open.length = Math.min(open.length, depth);
      while (open.length < depth) open.push('[');
      listDepth = depth;
      lastListDepth = depth;
    };
    /** @returns where to read on: behind what was read, or where the next item began before this was noticed */
    const readBroken = (at: number): number => {
      if (isBroken || listDepth === 0) return at + 1;
      isBroken = true;
      const item = held + piece.slice(start, at + longestOpening);
      const found = openings.find(item, item.length - item.trimStart().length + 1, item);
      if (found === undefined || found > at - start + held.length) {
        next = isLast ? undefined : openings.find(piece, at, item);
        isLast = next === undefined;
        return at + 1;
      }
      if (held !== '') {
        end += held.length - start;
        piece = held + piece.slice(start);
        held = '';
        start = 0;
      }
      line = heldFrom + lineEndsIn(item.slice(0, found));
      next = start + found;
      return next;
    };

    for (let at = from; at < end; ) {
      if (at === next) {
        holdUpTo(at);
        yield* itemOf(withoutComma(held), heldFrom, isRest);
        openList(lastListDepth);
        beginItem(at);
        isInText = false;
        isEscaped = false;
        last = ',';
      }
      const character = piece[at] ?? '';
      if (character === '\n') line += 1;
      if (isInText) {
        if (isEscaped) isEscaped = false;
        else if (character === '\\') isEscaped = true;
        else if (character === '"') isInText = false;
        else if (listDepth === 0 && name.length <= longestName) name += character;
        at += 1;
        continue;
      }
      if (character === ' ' || character === '\n' || character === '\r' || character === '\t') {
        at += 1;
        continue;
      }
      let isRight = mayFollow(character, last, open.at(-1));
      if (!isRight && listDepth === 0 && lastListDepth > 0) {
        // What ended the list was broken.
        openList(lastListDepth);
        isRight = mayFollow(character, last, '[');
        if (isRight && character === '{') {
          holdUpTo(at);
          yield* itemOf(withoutComma(held), heldFrom, isRest);
          beginItem(at);
        }
      }
      const before = last;
      last = character;
      if (character === '"') {
        isInText = true;
        if (listDepth === 0) name = '';
      } else if (character === '[' || character === '{') {
        open.push(character);
        const isNamed = before === ':' && listNames.has(name);
        if (character === '[' && listDepth === 0 && (open.length === 1 || isNamed)) {
          holdUpTo(at + 1);
          rest += held;
          openList(open.length);
          beginItem(at + 1);
        } else if (character === '[' && !isBroken && isRight && open.length === listDepth + 1) {
          // A list in the list: its items are as good as those beside it.
          openList(open.length);
          beginItem(at + 1);
        }
      } else if (character === ',' && listDepth > 0 && open.length === listDepth) {
        if (!isBroken) openings.learn(held + piece.slice(start, at));
        const following = piece.slice(at + 1, at + longestOpening);
        const mayEndHere = isBroken ? /^\s*\{/ : /^(?!\s*"[^"\\]*"\s*:)/;
        if (mayEndHere.test(following) || openings.startsWithFirstName(following)) {
          holdUpTo(at);
          yield* itemOf(held, heldFrom, isRest);
          beginItem(at + 1);
        } else {
          at = readBroken(at);
          continue;
        }
      } else if (character === ']' || character === '}') {
        if (listDepth > 0 && open.length === listDepth) {
          if (character === ']' && mayEnd(held + piece.slice(start, at))) {
            holdUpTo(at);
            yield* itemOf(held, heldFrom, isRest);
            beginItem(at);
            listDepth = 0;
          }
        }
        if (open.length > listDepth) open.pop();
        if (open.length === 0) {
          holdUpTo(at + 1);
          yield* itemOf(rest + held, restFrom);
          rest = '';
          held = '';
          restFrom = line;
        }
      }
      at = isRight ? at + 1 : readBroken(at);
    }
    holdUpTo(end);
    if (isBroken && held.length > maxBroken + longestWord) {
      const part = firstPart(held);
      yield* itemOf(part, heldFrom, isRest);
      heldFrom += lineEndsIn(part);
      held = held.slice(part.length);
      isRest = true;
    }
  }
  if (listDepth === 0) return yield* itemOf(rest + held, restFrom);
  if (!isBroken) return yield { ...(itemAt(held, heldFrom) ?? { line, text: '' }), isCut: true };
  yield* itemOf(held, heldFrom, isRest);
  // Whatever is broken, a list ends with a bracket.
  if (!/[\]}]\s*$/.test(held)) yield { line, text: '', isCut: true };
}

/** Whether a character may stand behind another in JSON, both outside texts and inside a bracket. */
function mayFollow(character: string, last: string, bracket: string | undefined): boolean {
  if (bracket === undefined) return character === '[' || character === '{' || last === '';
  const isValueExpected = last === ':' || last === ',' || last === '[' || last === '{';
  switch (character) {
    case '"':
      return isValueExpected;
    case '[':
    case '{':
      return bracket === '{' ? last === ':' : last === ',' || last === '[';
    case ':':
      return bracket === '{' && last === '"';
    case ',':
      return !isValueExpected;
    case ']':
      return bracket === '[';
    case '}':
      return bracket === '{';
    default:
      return last !== '"' && ofNumbersAndWords.has(character);
  }
}

/** Numbers, true, false and null consist of these. */
const ofNumbersAndWords: ReadonlySet<string> = new Set('0123456789+-.eEtrufalsn');

/** Pieces with what stands around them, so that the beginning of an item is seen whole. */
async function* withSurroundings(pieces: AsyncIterable<string> | Iterable<string>) {
  let before = '';
  let after = '';
  for await (const piece of pieces) {
    const text = before + after + piece;
    const from = before.length;
    const to = Math.max(from, text.length - longestOpening);
    yield { text, from, to };
    before = text.slice(Math.max(0, to - longestOpening), to);
    after = text.slice(to);
  }
  yield { text: before + after, from: before.length, to: before.length + after.length };
}

function lineEndsIn(text: string): number {
  return text.split('\n').length - 1;
}

function withoutComma(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed.endsWith(',') ? trimmed.slice(0, -1) : trimmed;
}

/** Longer than what can be mended, and up to the end of a word, so that none is torn. */
function firstPart(text: string): string {
  const end = text.search(/\W\w*$/);
  return end > maxBroken ? text.slice(0, end) : text;
}

function* itemOf(text: string, line: number, isRest = false): Generator<DocumentItem> {
  const item = itemAt(text, line, isRest);
  if (item) yield item;
}

function itemAt(text: string, line: number, isRest = false): DocumentItem | undefined {
  // A comma may be left over from what was broken before.
  const start = text.search(/[^\s,]/);
  if (start < 0) return undefined;
  return { line: line + lineEndsIn(text.slice(0, start)), text: text.slice(start), isRest };
}
