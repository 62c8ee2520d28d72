import { claimReviewNodes, isObject } from './claim-review-nodes.ts';
import { claimReviewToRecord } from './claim-review-to-record.ts';
import { ImportError } from './import-error.ts';
import type { ImportContext, Imported } from './imported-record.ts';
import { jsonInText } from './json-in-text.ts';
import { linesOf } from './lines.ts';
import { parseLoosely } from './loose-json.ts';

/** The largest file that is read in one piece; a feed of JSON Lines may be of any size. In UTF-16 units. */
const maxWhole = 64 * 1024 * 1024;

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

/** Reads one JSON document or web page. @throws {ImportError} where it is too large, or neither. */
export async function* documentRecords(
  pieces: AsyncIterable<string>,
  context: ImportContext,
): AsyncGenerator<ImportedItem> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length > maxWhole) {
      throw new ImportError(
        'it is too large to be read in one piece: write it as JSON Lines, an item a line',
      );
    }
  }
  text = text.replace(/^\uFEFF/, '');
  const isJson = /^\s*[[{]/.test(text);
  const value = isJson ? parseLoosely(text) : undefined;
  // Feeds are called .json too where each line is an item.
  if (isJson && (value === undefined || isLines(text))) yield* jsonLineRecords(once(text), context);
  else yield* recordsIn(isJson ? value : jsonInText(text), 1, context);
}

/** Several documents, one a line: mended, they would be one list. */
function isLines(text: string): boolean {
  const [first = '', second = ''] = text.trim().split('\n', 2);
  return first.startsWith('{') && second.startsWith('{') && isWhole(first);
}

function isWhole(text: string): boolean {
  try {
    return isObject(JSON.parse(text));
  } catch {
    return false;
  }
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

function* recordsIn(value: unknown, line: number, context: ImportContext): Generator<ImportedItem> {
  const nodes = claimReviewNodes(value, jsonInText);
  if (nodes.length === 0) yield rejected(line, 'no ClaimReview stands here', value);
  for (const node of nodes) {
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
