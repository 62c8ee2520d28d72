import { basename, join } from 'node:path';
import type { Day } from '../../core/claims/calendar.ts';
import type { Mistake } from '../../core/claims/mistake.ts';
import type { PackFile } from '../../core/claims/pack.ts';
import { differingLabels } from '../imports/differing-labels.ts';
import { isFileToBlame } from '../imports/import-error.ts';
import { kindOf, readRecords } from '../imports/read-records.ts';
import {
  type PlacedClaim,
  type PlacedRecord,
  recordsToClaims,
} from '../imports/records-to-claims.ts';
import { guardedPath } from './guarded-files.ts';

/** The claims in the file that a pack names, as far as they can be read. */
export interface ImportedClaims {
  readonly file: string;
  /** The file as mistakes name it. */
  readonly shown: string;
  readonly claims: readonly PlacedClaim[];
  /** Why the file as a whole can't be used. */
  readonly mistakes: readonly Mistake[];
  /** What in it can't be, or should be looked at; the rest is used. */
  readonly warnings: readonly Mistake[];
}

/**
 * Reads the file that `claims` of a `pack.yaml` names.
 * @param folder where the pack lies
 * @param shown the file as mistakes name it
 */
export async function readImportedPack(
  folder: string,
  { file, shown }: { readonly file: string; readonly shown: string },
  about: PackFile,
  today: Day,
  onRecord: () => void,
): Promise<ImportedClaims> {
  const mistake = (message: string, line = 1): Mistake => ({
    file: shown,
    line,
    column: 1,
    field: 'file',
    message,
  });
  const failed = (message: string): ImportedClaims => ({
    file,
    shown,
    claims: [],
    mistakes: [mistake(message)],
    warnings: [],
  });
  const kind = kindOf(file);
  if (!kind) {
    return failed(
      'is of no kind that is read: give it a name that ends in .csv, .tsv, .jsonl, .jsonl.gz, .json or .html',
    );
  }
  const path = await guardedPath(folder, join(folder, basename(file)));
  if (!path.ok) return failed(path.why);
  const records: PlacedRecord[] = [];
  const warnings: Mistake[] = [];
  const { language, publisher = about.maintainer, columns = {} } = about;
  try {
    const read = readRecords(path.content, kind, { language, publisher, columns, today });
    for await (const found of read) {
      onRecord();
      if (found.ok) records.push({ line: found.line, record: found.record });
      else warnings.push(mistake(`${found.reason}: it is left out`, found.line));
    }
  } catch (error) {
    if (!isFileToBlame(error)) throw error;
    return failed(`can’t be used: ${error.message}`);
  }
  if (records.length === 0) return failed('holds no claim that can be read');
  for (const { line, otherLine, isSame } of differingLabels(records)) {
    const likeness = isSame ? 'the same claim' : 'nearly the same claim';
    warnings.push(
      mistake(
        `on one page, ${likeness} has another rating in line ${otherLine}: both are kept`,
        line,
      ),
    );
  }
  const unprotected = records.filter(({ record }) => record.check.url?.startsWith('http:'));
  const [first] = unprotected;
  if (first) {
    const message = `${unprotected.length} addresses begin with http: and are shown as text, not as links: the first stands here`;
    warnings.push(mistake(message, first.line));
  }
  const claims = recordsToClaims(records, { name: about.name, language, today });
  return { file, shown, claims, mistakes: [], warnings };
}
