import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Day, dayOf } from '../../core/claims/calendar.ts';
import type { ClaimList } from '../../core/claims/claim-list.ts';
import { isFeed } from '../../core/claims/feed.ts';
import type { Mistake } from '../../core/claims/mistake.ts';
import type { PackFile } from '../../core/claims/pack.ts';
import { recogniseClaims } from '../../core/claims/renewed-claims.ts';
import { differingLabels } from '../imports/differing-labels.ts';
import { isFileToBlame } from '../imports/import-error.ts';
import { rejectsFile } from '../imports/import-file.ts';
import type { Rejected } from '../imports/imported-record.ts';
import { linesOf } from '../imports/lines.ts';
import { openSource } from '../imports/open-source.ts';
import { kindOf, sourceItems } from '../imports/read-records.ts';
import { recordsToClaims } from '../imports/records-to-claims.ts';
import type { SourceItem } from '../imports/source-item.ts';
import type { SourceKind } from '../imports/source-kinds.ts';
import type { FeedCopies } from './feed-copy.ts';
import { type Guarded, guardedPath } from './guarded-files.ts';
import {
  isUnprotectedRecord,
  type KnownRecords,
  type MarkedRecord,
  openRecords,
  type RecordsTrace,
  traceRecords,
} from './known-records.ts';
import { shownPath } from './shown-path.ts';

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
  /** What the next reading need not read again. */
  traceRecords?(): RecordsTrace;
  /** The first day to come from which on the same file may say something else. */
  readonly waitsFor?: Day | undefined;
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

interface ImportReading {
  /** What addresses gave. */
  readonly copies: FeedCopies;
  readonly today: Day;
  readonly onRecord: () => void;
  /** What was there before. */
  readonly was: ImportedClaims | undefined;
  /** Whether `pack.yaml` says what it said then. */
  readonly isSamePack: boolean;
}

/** Reads the file or address that `claims` of a `pack.yaml` names; lines, rows and items that are as they were are not read again. */
export async function readImportedPack(
  place: ClaimsPlace,
  about: PackFile,
  { copies, today, onRecord, was, isSamePack }: ImportReading,
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
  // A table, or what an address gave, is read as it is.
  const kept = kind === 'table' || isFeed(file) ? 0 : await countRejects(place.folder);
  const { language, publisher = about.maintainer, columns = {} } = about;
  const known =
    isSamePack && was?.traceRecords
      ? openRecords(was.traceRecords(), was.claims, today)
      : undefined;
  let read: ItemsRead;
  try {
    const items = sourceItems(path, kind, { language, publisher, columns, today });
    read = await readUnknown(items, known, onRecord);
  } catch (error) {
    if (!isFileToBlame(error)) throw error;
    return failed(`can’t be used: ${error.message}`);
  }
  const { records, same, rejected } = read;
  const warnings = rejected.map(({ line, reason }) => mistake(`${reason}: it is left out`, line));
  if (records.length + same.length === 0) return failed('holds no claim that can be read');
  for (const { line, otherLine, isSame } of differingLabels(records)) {
    const likeness = isSame ? 'the same claim' : 'nearly the same claim';
    warnings.push(
      mistake(
        `on one page, ${likeness} has another rating in line ${otherLine}: both are kept`,
        line,
      ),
    );
  }
  const unprotected = [
    ...records.filter(isUnprotectedRecord),
    ...same.filter((one) => known?.isUnprotected(one.place)),
  ];
  if (unprotected.length > 0) {
    const first = unprotected.reduce((least, { line }) => Math.min(least, line), Infinity);
    const message = `${unprotected.length} addresses begin with http: and are shown as text, not as links: the first stands here`;
    warnings.push(mistake(message, first));
  }
  const made = recordsToClaims(records, { name: about.name, language, today });
  const placed =
    same.length === 0
      ? made
      : [...made, ...same].sort((one, other) => numberOf(one) - numberOf(other));
  const fileOn = isFeed(file) ? undefined : dayOf((await stat(path)).mtime);
  return {
    file,
    shown,
    copy: digest,
    ...(fileOn && { fileOn }),
    claims: was
      ? recogniseClaims(
          was.claims,
          placed.map((one) => ('claim' in one ? one.claim : one.place)),
        )
      : made.map(({ claim }) => claim),
    lines: placed.map(({ line }) => line),
    rejects: kept + rejected.length,
    mistakes: [],
    warnings,
    traceRecords: () =>
      traceRecords(
        placed.map((one) => ('claim' in one ? one.records : (known?.rowAt(one.place) ?? []))),
        records,
        today,
      ),
    waitsFor: firstDay(records.map(({ record }) => record.waitsFor)),
  };
}

export function firstDay(days: readonly (Day | undefined)[]): Day | undefined {
  return days
    .filter((day) => day !== undefined)
    .reduce<Day | undefined>(
      (first, day) => (first === undefined || day < first ? day : first),
      undefined,
    );
}

/** A line, row or item that is as it was, and alone made the claim at a place. */
interface SameItem {
  /** Where it stands among all: several may stand in one line. */
  readonly number: number;
  readonly line: number;
  readonly place: number;
}

interface ReadRecord extends MarkedRecord {
  /** That of its item. */
  readonly number: number;
}

function numberOf(one: SameItem | { readonly records: readonly ReadRecord[] }): number {
  return ('records' in one ? one.records[0]?.number : one.number) ?? 0;
}

interface ItemsRead {
  readonly records: readonly ReadRecord[];
  readonly same: readonly SameItem[];
  readonly rejected: readonly Rejected[];
}

/** Reads what is not known, and what is known and has to do with what is not. In the order of the file. */
async function readUnknown(
  items: AsyncIterable<SourceItem>,
  known: KnownRecords | undefined,
  onRecord: () => void,
): Promise<ItemsRead> {
  const all: (
    | (SameItem & { readonly item: SourceItem })
    | { readonly read: readonly ReadRecord[] }
  )[] = [];
  const rejected: Rejected[] = [];
  const read = (item: SourceItem, number: number): readonly ReadRecord[] => {
    const found = [...item.read()];
    rejected.push(...found.filter((one) => !one.ok));
    const mark = found.length === 1 ? (item.mark() ?? 0n) : 0n;
    return found.flatMap((one) =>
      one.ok ? [{ number, line: one.line, record: one.record, mark }] : [],
    );
  };
  for await (const item of items) {
    onRecord();
    const place = known?.take(item.mark());
    const number = all.length;
    all.push(
      place === undefined ? { read: read(item, number) } : { number, line: item.line, place, item },
    );
  }
  const isTouched = known?.touchedBy(all.flatMap((one) => ('read' in one ? one.read : [])));
  const records: ReadRecord[] = [];
  const same: SameItem[] = [];
  for (const one of all) {
    if ('read' in one) records.push(...one.read);
    else if (isTouched?.(one.place)) records.push(...read(one.item, one.number));
    else same.push(one);
  }
  return { records, same, rejected };
}

/** Of ClaimReviews, the import left out what can't be used, and listed it beside them, an item a line. */
async function countRejects(folder: string): Promise<number> {
  const path = await guardedPath(folder, join(folder, rejectsFile));
  if (!path.ok) return 0;
  let count = 0;
  for await (const _ of linesOf(openSource(path.content, 'en'))) count += 1;
  return count;
}
