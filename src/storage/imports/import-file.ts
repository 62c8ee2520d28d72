import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { stringify } from 'yaml';
import type { PackFile } from '../../core/claims/pack.ts';
import { createImportCounts, type ImportCounts } from './import-counts.ts';
import { ImportError } from './import-error.ts';
import type { ImportContext, Imported } from './imported-record.ts';
import { readRecords } from './read-records.ts';
import type { SourceKind } from './source-kinds.ts';

/** Name of the file beside the claims that lists what could not be used, an item a line. */
export const rejectsFile = 'rejects.jsonl';

/**
 * Makes a pack out of a file. A table is copied, so that it can be worked on; a feed or page is written as JSON Lines, one
 * ClaimReview a line.
 * @param folder the pack's; it must not exist
 * @param onRead called with how many bytes of the file have been read
 */
export function importFile(
  source: string,
  kind: SourceKind,
  folder: string,
  about: Omit<PackFile, 'claims'>,
  context: ImportContext,
  onRead: (bytes: number) => void,
): Promise<ImportCounts> {
  const isPacked = /\.gz$/i.test(source);
  const extension =
    kind === 'table' ? (source.match(/\.(?:csv|tsv|tab)/i)?.[0] ?? '.csv') : '.jsonl';
  const claims = `claims${extension.toLowerCase()}${isPacked ? '.gz' : ''}`;
  return makePack(folder, about, async (making, usableOf, onUnknownHeadings) => {
    const lines = usableOf(readRecords(source, kind, context, { onRead, onUnknownHeadings }));
    if (kind === 'table') {
      for await (const _ of lines);
      await copyFile(source, join(making, claims));
    } else {
      const file = createWriteStream(join(making, claims));
      const text = Readable.from(lines);
      await (isPacked ? pipeline(text, createGzip(), file) : pipeline(text, file));
    }
    return claims;
  });
}

/**
 * Makes a pack whose claims stay at an address.
 * @param copy what the address gave
 */
export function importFeed(
  copy: { readonly path: string; readonly kind: SourceKind },
  folder: string,
  { claims, ...about }: PackFile & { readonly claims: string },
  context: ImportContext,
): Promise<ImportCounts> {
  return makePack(folder, about, async (_, usableOf, onUnknownHeadings) => {
    const found = readRecords(copy.path, copy.kind, context, { onUnknownHeadings });
    for await (const _ of usableOf(found));
    return claims;
  });
}

type Fill = (
  making: string,
  usableOf: (found: AsyncIterable<Imported>) => AsyncIterable<string>,
  onUnknownHeadings: ImportCounts['addUnknownHeadings'],
) => Promise<string>;

/**
 * Makes the folder of a pack, with `pack.yaml` and what had to be left out. Whatever fails, no half of a pack is left.
 * @param fill reads what is imported, and gives the `claims` of `pack.yaml`
 */
async function makePack(
  folder: string,
  about: Omit<PackFile, 'claims'>,
  fill: Fill,
): Promise<ImportCounts> {
  // Hidden until it is whole: the bot may read the packs meanwhile.
  const making = join(folder, '..', `.${about.name}.importing`);
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true });
  try {
    const counts = createImportCounts(about.language);
    const rejects = await rejectsIn(join(making, rejectsFile));
    let claims: string;
    try {
      const usableOf = (found: AsyncIterable<Imported>) => usable(found, counts, rejects.add);
      claims = await fill(making, usableOf, counts.addUnknownHeadings);
    } finally {
      await rejects.close();
    }
    if (counts.read === 0) throw nothingRead(counts);
    await writeFile(join(making, 'pack.yaml'), packYaml({ ...about, claims }));
    await rename(making, folder);
    return counts;
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw error;
  }
}

function nothingRead({ firstReject, unknownHeadings }: ImportCounts): ImportError {
  const why = firstReject && ` (line ${firstReject.line}: ${firstReject.reason})`;
  const leftOut = unknownHeadings.length > 0 && `; ${leftOutColumns(unknownHeadings)}`;
  return new ImportError(`it holds no claim that can be read${why || ''}${leftOut || ''}`);
}

/** What of a table nobody is told, and how to have it told. */
export function leftOutColumns(headings: readonly string[]): string {
  const names = headings.slice(0, mostNamed).map((name) => `“${name.slice(0, 40)}”`);
  const more = headings.length > mostNamed ? `, and ${headings.length - mostNamed} more` : '';
  return `columns left out: ${names.join(', ')}${more}; --map HEADING=FIELD,… says what they hold`;
}

const mostNamed = 12;

/** The usable items as lines of JSON; the others go to `reject`. */
async function* usable(
  found: AsyncIterable<Imported>,
  counts: ImportCounts,
  reject: (line: string) => Promise<void>,
): AsyncGenerator<string> {
  for await (const one of found) {
    counts.add(one);
    if (!one.ok) {
      const { line, reason, item } = one;
      await reject(`${JSON.stringify({ line, reason, item })}\n`);
    } else {
      yield 'item' in one ? `${JSON.stringify(one.item)}\n` : '';
    }
  }
}

/** Writes rejects one by one; there is no file where there are none. */
async function rejectsIn(path: string) {
  let file: Awaited<ReturnType<typeof open>> | undefined;
  return {
    async add(line: string): Promise<void> {
      file ??= await open(path, 'w');
      await file.write(line);
    },
    close: async (): Promise<void> => file?.close(),
  };
}

function packYaml(about: PackFile): string {
  return `# yaml-language-server: $schema=../pack.schema.json\n${stringify(about, { lineWidth: 100 })}`;
}
