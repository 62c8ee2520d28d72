import type { ImportContext, Imported } from './imported-record.ts';
import {
  documentRecords,
  type ImportedItem,
  itemsOfDocument,
  jsonLineItems,
  jsonLineRecords,
} from './json-records.ts';
import { openSource } from './open-source.ts';
import type { SourceItem } from './source-item.ts';
import type { SourceKind } from './source-kinds.ts';
import { tableItems, tableRecords } from './table-records.ts';

const kinds: readonly { readonly name: RegExp; readonly kind: SourceKind }[] = [
  { name: /\.(?:csv|tsv|tab)(?:\.gz)?$/i, kind: 'table' },
  { name: /\.(?:jsonl|ndjson)(?:\.gz)?$/i, kind: 'lines' },
  { name: /\.(?:json|jsonld|html?)(?:\.gz)?$/i, kind: 'document' },
];

/** As its name tells; undefined for a file that we don't read. */
export function kindOf(file: string): SourceKind | undefined {
  return kinds.find(({ name }) => name.test(file))?.kind;
}

/** Told while a file is read. */
export interface ReadingSigns {
  /** How many bytes of the file have been read, packed as they are. */
  readonly onRead?: (bytes: number) => void;
  /** The headings of a table that name nothing we know, once. */
  readonly onUnknownHeadings?: (headings: readonly string[]) => void;
}

/** Reads the checks in a file one by one, each with its line. @throws {ImportError} where the file as a whole can't be used. */
export function readRecords(
  path: string,
  kind: SourceKind,
  context: ImportContext,
  { onRead, onUnknownHeadings }: ReadingSigns = {},
): AsyncGenerator<Imported | ImportedItem> {
  const pieces = openSource(path, context.language, onRead);
  switch (kind) {
    case 'table':
      return tableRecords(pieces, context, onUnknownHeadings);
    case 'lines':
      return jsonLineRecords(pieces, context);
    case 'document':
      return documentRecords(pieces, context);
  }
}

/** The lines, rows or items of a file, to be read where they are not known. Errors are the same. */
export async function* sourceItems(
  path: string,
  kind: SourceKind,
  context: ImportContext,
): AsyncGenerator<SourceItem> {
  const pieces = openSource(path, context.language);
  switch (kind) {
    case 'table':
      return yield* tableItems(pieces, context);
    case 'lines':
      return yield* jsonLineItems(pieces, context);
    case 'document':
      return yield* itemsOfDocument(pieces, context);
  }
}
