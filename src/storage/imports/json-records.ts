import { claimReviewNodes } from './claim-review-nodes.ts';
import { claimReviewToRecord } from './claim-review-to-record.ts';
import { type DocumentItem, documentItems } from './document-items.ts';
import { ImportError } from './import-error.ts';
import type { ImportContext, Imported } from './imported-record.ts';
import { jsonInText, linkedDataOf } from './json-in-text.ts';
import { linesOf } from './lines.ts';
import { isJson, parseJson, parseLoosely } from './loose-json.ts';
import { namedChecks } from './named-checks.ts';
import { markOf, readItems, type SourceItem } from './source-item.ts';

/** In UTF-16 units, as below. */
const maxPage = 64 * 1024 * 1024;

/** Enough for the first line of most feeds. */
const maxBeginning = 256 * 1024;

/** A ClaimReview that was read, and the item as it stood in the file. */
export type ImportedItem = Imported & { readonly item: unknown };

/** Reads JSON Lines, holding one line at a time. */
export function jsonLineRecords(
  pieces: AsyncIterable<string>,
  context: ImportContext,
): AsyncGenerator<ImportedItem> {
  return readItems(jsonLineItems(pieces, context));
}

/** The lines themselves. */
export async function* jsonLineItems(
  pieces: AsyncIterable<string>,
  context: ImportContext,
): AsyncGenerator<SourceItem<ImportedItem>> {
  for await (const { number, text, isCut } of linesOf(pieces)) {
    const line = text.replace(/^\uFEFF/, '').trim();
    if (line === '') continue;
    yield {
      line: number,
      mark: () => (isCut ? undefined : markOf(line)),
      read() {
        if (isCut) return [rejected(number, 'the line is longer than a million characters', line)];
        const item = { line: number, text: line.replace(/,$/, '') };
        const found = [...recordsIn(item, 'the line is no JSON', context)];
        return found.length > 0 ? found : [rejected(number, noReview, line)];
      },
    };
  }
}

/** Reads a JSON document item by item, or a web page in one piece. @throws {ImportError} where that is too large. */
export function documentRecords(
  pieces: AsyncGenerator<string>,
  context: ImportContext,
): AsyncGenerator<ImportedItem> {
  return readItems(itemsOfDocument(pieces, context));
}

/** The items themselves. */
export async function* itemsOfDocument(
  pieces: AsyncGenerator<string>,
  context: ImportContext,
): AsyncGenerator<SourceItem<ImportedItem>> {
  const { beginning, whole } = await beginningOf(pieces);
  if (!/^\s*[[{]/.test(beginning)) {
    yield* itemsToRead(itemsOfPage(await wholeText(whole())), context);
  } else if (isLines(beginning)) {
    yield* jsonLineItems(whole(), context);
  } else {
    yield* itemsToRead(documentItems(whole()), context);
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

async function* itemsOfPage(page: string): AsyncGenerator<DocumentItem> {
  // Pages hold much else, and nobody has to be told what is broken in that.
  const scripts = linkedDataOf(page).filter(({ json }) => json.includes('ClaimReview'));
  for (const { line, json } of scripts) {
    for await (const item of documentItems([json])) {
      yield { ...item, line: line + item.line - 1 };
    }
  }
}

async function* itemsToRead(
  items: AsyncIterable<DocumentItem>,
  context: ImportContext,
): AsyncGenerator<SourceItem<ImportedItem>> {
  let holdsAny = false;
  for await (const item of items) {
    let isKnown = true;
    yield {
      line: item.line,
      mark: () => (item.isCut || item.isRest ? undefined : markOf(item.text)),
      read() {
        isKnown = false;
        const found = [...recordsIn(item, 'the item is no JSON', context)];
        holdsAny ||= found.length > 0;
        return found;
      },
    };
    holdsAny ||= isKnown;
  }
  if (!holdsAny) {
    yield { line: 1, mark: () => undefined, read: () => [rejected(1, noReview, '')] };
  }
}

const noReview = 'no ClaimReview stands here';

/**
 * Each check in an item, read or rejected.
 * @param noJson why it can't be read where it is none
 */
function* recordsIn(
  item: DocumentItem,
  noJson: string,
  context: ImportContext,
): Generator<ImportedItem> {
  const { line, text, isCut = false, isRest = false } = item;
  // Brackets that are left over are no item.
  const isAny = /[\p{L}\p{N}]/u.test(text);
  const parsed = parseJson(text);
  if (parsed) {
    const { found, isWhole } = reviewsIn(parsed.value, line, context);
    if (isOverwritten(parsed.value, text, found.length)) return yield* unread(item, noJson);
    yield* found;
    // Other things than checks may stand beside them, but none that names the claim that was checked.
    if (found.length === 0 && text.includes('"claimReviewed"')) yield* unread(item, noReview);
    else if (!isWhole)
      yield* unread(item, 'what stands here is broken or nested too deep', found.length);
  } else if (isCut || isRest) {
    if (isAny) yield* unread(item, isCut ? 'the item is cut off' : noJson);
  } else {
    const { found, isWhole } = reviewsIn(parseLoosely(text), line, context);
    // Of several that lie within each other, one might be told with what another says.
    if (isWhole && found.length > 0 && found.length >= namedChecks(text).length) yield* found;
    else if (isAny) yield* unread(item, noJson);
  }
  if (isCut && (parsed || !isAny)) yield rejected(line, 'the list is cut off behind this', text);
}

/** Whether an item says a thing twice, and so one check with the words of another: between them, brackets are missing. */
function isOverwritten(value: unknown, text: string, found: number): boolean {
  const named = namedChecks(text).length;
  return named > found && namedChecks(JSON.stringify(value)).length < named;
}

/** What can't be read of an item: each check that it names, or the item itself. @param read so many of them are not told */
function* unread(
  { line, text, isRest = false }: DocumentItem,
  reason: string,
  read = 0,
): Generator<ImportedItem> {
  const places = namedChecks(text).slice(read);
  let at = 0;
  let lineAt = line;
  for (const [index, place] of places.entries()) {
    // The first that is named is the one that the item begins with.
    if (index > 0 || read > 0 || isRest) {
      lineAt += text.slice(at, place).split('\n').length - 1;
      at = place;
    }
    const start = at === 0 ? 0 : Math.max(text.lastIndexOf('{', at), at - 100);
    yield rejected(lineAt, reason, text.slice(start, start + mostShown));
  }
  if (places.length === 0 && !isRest) yield rejected(line, reason, text);
}

/** What is found in a value, and whether all of it could be looked at. */
interface ReviewsRead {
  readonly found: readonly ImportedItem[];
  readonly isWhole: boolean;
}

function reviewsIn(value: unknown, line: number, context: ImportContext): ReviewsRead {
  const { nodes, isWhole } = claimReviewNodes(value, jsonInText);
  const found = nodes.map((node): ImportedItem => {
    const read = claimReviewToRecord(node, context);
    const item = withAround(node.review, node.around);
    return read.ok
      ? { ok: true, line, record: read.record, item }
      : { ok: false, line, reason: read.reason, item };
  });
  return { found, isWhole };
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

function rejected(line: number, reason: string, item: string): ImportedItem {
  return { ok: false, line, reason, item: item.slice(0, mostShown) };
}

/** Enough to find the place by. */
const mostShown = 500;
