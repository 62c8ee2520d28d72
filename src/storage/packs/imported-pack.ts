import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Day, dayOf } from '../../core/claims/calendar.ts';
import type { ClaimList } from '../../core/claims/claim-list.ts';
import { isFeed } from '../../core/claims/feed.ts';
import type { Mistake } from '../../core/claims/mistake.ts';
import type { PackFile } from '../../core/claims/pack.ts';
import { differingLabels } from '../imports/differing-labels.ts';
import { isFileToBlame } from '../imports/import-error.ts';
import { rejectsFile } from '../imports/import-file.ts';
import { linesOf } from '../imports/lines.ts';
import { openSource } from '../imports/open-source.ts';
import { kindOf, readRecords, type SourceKind } from '../imports/read-records.ts';
import { type PlacedRecord, recordsToClaims } from '../imports/records-to-claims.ts';
import type { FeedCopies } from './feed-copy.ts';
import { type Guarded, guardedPath } from './guarded-files.ts';
import { shownPath } from './pack-files.ts';

/** The claims in the file or at the address that a pack names, as far as they can be read. */
export interface ImportedClaims {
  readonly file: string;
  /** Digest of the copy, where they come from an address. */
  readonly copy: string | undefined;
  /** The file as mistakes name it. */
  readonly shown: string;
  /** The day on which it was last written; undefined for an address, and for what can't be used. */
  readonly fileOn?: Day;
  readonly claims: ClaimList;
  /** The line of each claim. */
  readonly lines: readonly number[];
  /** How many items can't be used, of this file and of the one that it was made from. */
  readonly rejects: number;
  /** Why the file as a whole can't be used. */
  readonly mistakes: readonly Mistake[];
  /** What in it can't be, or should be looked at; the rest is used. */
  readonly warnings: readonly Mistake[];
}

/** The file that holds the claims, and how it is read. */
interface ClaimsFile {
  readonly path: string;
  readonly kind: SourceKind;
  readonly digest?: string;
}

/** A pack's `claims`, and where the pack lies. */
interface ClaimsPlace {
  readonly folder: string;
  readonly file: string;
}

async function findClaims(
  { folder, file }: ClaimsPlace,
  copies: FeedCopies,
): Promise<Guarded<ClaimsFile>> {
  if (isFeed(file)) {
    const copy = copies[file] ?? { missing: 'nobody has looked for it yet' };
    if (!('missing' in copy)) return { ok: true, content: copy };
    return { ok: false, why: `can’t be used, and there is no copy: ${copy.missing}` };
  }
  const kind = kindOf(file);
  if (!kind) {
    const why =
      'is of no kind that is read: give it a name that ends in .csv, .tsv, .jsonl, .jsonl.gz, .json or .html';
    return { ok: false, why };
  }
  const path = await guardedPath(folder, join(folder, file));
  return path.ok ? { ok: true, content: { path: path.content, kind } } : path;
}

/**
 * Reads the file or address that `claims` of a `pack.yaml` names.
 * @param copies of what addresses gave
 */
export async function readImportedPack(
  place: ClaimsPlace,
  about: PackFile,
  copies: FeedCopies,
  today: Day,
  onRecord: () => void,
): Promise<ImportedClaims> {
  const { file } = place;
  const shown = isFeed(file) ? file : shownPath(join(place.folder, file));
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
    copy: undefined,
    claims: [],
    lines: [],
    rejects: 0,
    mistakes: [mistake(message)],
    warnings: [],
  });
  const found = await findClaims(place, copies);
  if (!found.ok) return failed(found.why);
  const { path, kind, digest } = found.content;
  const records: PlacedRecord[] = [];
  const warnings: Mistake[] = [];
  // A table, or what an address gave, is read as it is.
  let rejects = kind === 'table' || isFeed(file) ? 0 : await countRejects(place.folder);
  const { language, publisher = about.maintainer, columns = {} } = about;
  try {
    const read = readRecords(path, kind, { language, publisher, columns, today });
    for await (const one of read) {
      onRecord();
      if (one.ok) records.push({ line: one.line, record: one.record });
      else {
        rejects += 1;
        warnings.push(mistake(`${one.reason}: it is left out`, one.line));
      }
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
  const placed = recordsToClaims(records, { name: about.name, language, today });
  const fileOn = isFeed(file) ? undefined : dayOf((await stat(path)).mtime);
  return {
    file,
    shown,
    copy: digest,
    ...(fileOn && { fileOn }),
    claims: placed.map(({ claim }) => claim),
    lines: placed.map(({ line }) => line),
    rejects,
    mistakes: [],
    warnings,
  };
}

/** Of ClaimReviews, the import left out what can't be used, and listed it beside them, an item a line. */
async function countRejects(folder: string): Promise<number> {
  const path = await guardedPath(folder, join(folder, rejectsFile));
  if (!path.ok) return 0;
  let count = 0;
  for await (const _ of linesOf(openSource(path.content, 'en'))) count += 1;
  return count;
}
