import { writeFile } from 'node:fs/promises';
import type { ImportContext, Imported } from '../../../src/storage/imports/imported-record.ts';
import { kindOf, readRecords } from '../../../src/storage/imports/read-records.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

export const context: ImportContext = {
  language: 'en',
  publisher: 'The Town Desk',
  columns: {},
  today: '2026-11-29',
};

/** What a file of that name and content is read as. */
export async function imported(
  name: string,
  content: string | Uint8Array,
  about: Partial<ImportContext> = {},
): Promise<readonly Imported[]> {
  const path = `${await temporaryFolder()}/${name}`;
  await writeFile(path, content);
  const kind = kindOf(name);
  if (!kind) throw new Error(`${name} is of no kind that is read.`);
  return Array.fromAsync(readRecords(path, kind, { ...context, ...about }));
}

/** The one record that a file holds. */
export async function importedRecord(
  name: string,
  content: string | Uint8Array,
  about: Partial<ImportContext> = {},
) {
  const [found, ...others] = await imported(name, content, about);
  if (!found?.ok || others.length > 0) throw new Error(JSON.stringify([found, ...others]));
  return found.record;
}

/** In a line each: where it stands, what it claims and how it is rated; or why it can't be used. */
export function linesOf(found: readonly Imported[]): readonly string[] {
  return found.map((one) =>
    one.ok
      ? `${one.line} ${one.record.claim} | ${one.record.check.label} | ${one.record.check.verdict}`
      : `${one.line} ${one.reason}`,
  );
}
