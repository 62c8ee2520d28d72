import { claimReviewNodes } from './claim-review-nodes.ts';
import { claimReviewToRecord } from './claim-review-to-record.ts';
import { type DocumentItem, documentItems } from './document-items.ts';
import { ImportError } from './import-error.ts';
import type { ImportContext, Imported } from './imported-record.ts';
import { jsonInText, linkedDataOf } from './json-in-text.ts';
import { linesOf } from './lines.ts';
import { parseLoosely } from './loose-json.ts';

/** In UTF-16 units, as below. */
const maxPage = 64 * 1024 * 1024;

/** Enough for the first line of most feeds. */
const maxBeginning = 256 * 1024;

/** A ClaimReview that was read, and the item as it stood in the file. */
export type ImportedItem = Imported & { readonly item: unknown };

/** Reads JSON Lines, holding one line at a time. */
export async function* jsonLineRecords(
  pieces: AsyncIterable<string>,
  context: ImportContext,
): AsyncGenerator<ImportedItem> {
  for await (const { number, text, isCut } of linesOf(pieces)) {
    const line = text.replace(/^\uFEFF/, '').trim();
    if (line === '') continue;
    if (isCut) {
      yield rejected(number, 'the line is longer than a million characters', line);
      continue;
    }
    const value = parseLoosely(line.replace(/,$/, ''));
    if (value === undefined) yield rejected(number, 'the line is no JSON', line);
    else yield* recordsIn(value, number, context);
  }
}

/** Reads a JSON document item by item, or a web page in one piece. @throws {ImportError} where that is too large. */
export async function* documentRecords(
  pieces: AsyncGenerator<string>,
  context: ImportContext,
): AsyncGenerator<ImportedItem> {
  const { beginning, whole } = await beginningOf(pieces);
  if (!/^\s*[[{]/.test(beginning)) {
    yield* itemRecords(itemsOfPage(await wholeText(whole())), context);
  } else if (isLines(beginning)) {
    yield* jsonLineRecords(whole(), context);
  } else {
    yield* itemRecords(documentItems(whole()), context);
  }
}

/** The beginning of a text, without its mark, and all of it. */
async function beginningOf(pieces: AsyncGenerator<string>) {
  let beginning = '';
  let isAll = false;
  while (!isAll && beginning.length < maxBeginning) {
    const { value = '', done = false } = await pieces.next();
    beginning += value;
    isAll = done;
  }
  beginning = beginning.replace(/^\uFEFF/, '');
  return {
    beginning,
    async *whole(): AsyncGenerator<string> {
      yield beginning;
      yield* pieces;
    },
  };
}

async function wholeText(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length > maxPage) throw new ImportError('it is too large for a web page');
  }
  return text;
}

/** Feeds are called .json, too, where each line is an item; one of the first two may be broken. */
function isLines(text: string): boolean {
  const [first = '', second = ''] = text.trim().split('\n', 2);
  return first.startsWith('{') && second.startsWith('{') && (isJson(first) || isJson(second));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

async function* itemsOfPage(page: string): AsyncGenerator<DocumentItem> {
  // Pages hold much else, and nobody has to be told what is broken in that.
  const scripts = linkedDataOf(page).filter(({ json }) => json.includes('ClaimReview'));
  for (const { line, json } of scripts) {
    for await (const item of documentItems([json])) {
      yield { ...item, line: line + item.line - 1 };
    }
  }
}

async function* itemRecords(
  items: AsyncIterable<DocumentItem>,
  context: ImportContext,
): AsyncGenerator<ImportedItem> {
  let holdsAny = false;
  for await (const { line, text } of items) {
    let isRead = false;
    for (const found of reviewsIn(parseLoosely(text), line, context)) {
      isRead = true;
      yield found;
    }
    // What was mended may no longer be what it was.
    if (!isRead && !isJson(text)) yield rejected(line, 'the item is no JSON', text);
    holdsAny ||= isRead;
  }
  if (!holdsAny) yield rejected(1, noReview, '');
}

const noReview = 'no ClaimReview stands here';

function* recordsIn(value: unknown, line: number, context: ImportContext): Generator<ImportedItem> {
  let holdsAny = false;
  for (const found of reviewsIn(value, line, context)) {
    holdsAny = true;
    yield found;
  }
  if (!holdsAny) yield rejected(line, noReview, value);
}

function* reviewsIn(value: unknown, line: number, context: ImportContext): Generator<ImportedItem> {
  for (const node of claimReviewNodes(value, jsonInText)) {
    const read = claimReviewToRecord(node, context);
    const item = withAround(node.review, node.around);
    if (read.ok) yield { ok: true, line, record: read.record, item };
    else yield { ok: false, line, reason: read.reason, item };
  }
}

/** The item as a line of its own, with what the feed says of it and of nothing else. */
function withAround(
  review: object,
  around: Readonly<Record<string, unknown>> | undefined,
): unknown {
  if (!around) return review;
  const list = 'claimReview' in around ? 'claimReview' : 'item';
  return { ...around, [list]: [review] };
}

function rejected(line: number, reason: string, item: unknown): ImportedItem {
  return { ok: false, line, reason, item: shortened(item) };
}

/** Enough to find the place by. */
function shortened(item: unknown): unknown {
  if (typeof item === 'string') return item.slice(0, 500);
  const json = JSON.stringify(item) ?? '';
  return json.length > 2000 ? json.slice(0, 500) : item;
}
