import type { Day } from '../../core/claims/calendar.ts';
import { type ClaimList, textHashesAt } from '../../core/claims/claim-list.ts';
import { wordingKey } from '../../core/claims/claim-texts.ts';
import { hashOf } from '../../packed/packed-strings.ts';
import { maxClaim, type PlacedRecord } from '../imports/records-to-claims.ts';

/**
 * What is kept of the lines or rows of a file, so that those which are as they were need not be read again: of each claim that comes from
 * one record alone, which shares its page with no other. Anything that JSON can hold.
 */
export interface RecordsTrace {
  /** What a record says of days to come depends on it; one that says anything of them is not among those below. */
  readonly readOn: Day;
  /** In base64, for each claim of the file: the mark of its record, or 0. */
  readonly marks: string;
  /** The same: a hash of the record's address. */
  readonly pages: string;
  /** The same: 1 where that begins with `http:`. */
  readonly unprotected: string;
}

/** A record with the mark of the line or row that holds it and nothing else; 0 where that holds more. */
export interface MarkedRecord extends PlacedRecord {
  readonly mark: bigint;
}

/** What an earlier reading knows of records, by the places of the claims that they became. */
export interface KnownRecords {
  /** The place of the claim that a line or row was; undefined where it is new, or there again. */
  take(mark: bigint | undefined): number | undefined;
  isUnprotected(place: number): boolean;
  /** Tells of claims whether their records have to be read again, since another one is of the same statement or page. */
  touchedBy(records: readonly MarkedRecord[]): (place: number) => boolean;
  /** As it is kept. */
  rowAt(place: number): RecordRow;
}

interface RecordRow {
  readonly mark: bigint;
  readonly page: number;
  readonly isUnprotected: boolean;
}

export function openRecords(
  { readOn, ...trace }: RecordsTrace,
  claims: ClaimList,
  today: Day,
): KnownRecords | undefined {
  // A clock may have been set back.
  if (readOn > today) return undefined;
  const marks = new BigUint64Array(Uint8Array.fromBase64(trace.marks).buffer);
  const pages = new Uint32Array(Uint8Array.fromBase64(trace.pages).buffer);
  const unprotected = Uint8Array.fromBase64(trace.unprotected);
  const places = new Map<bigint, number>();
  for (const [place, mark] of marks.entries()) if (mark !== 0n) places.set(mark, place);
  const isUnprotected = (place: number): boolean => unprotected[place] === 1;
  return {
    take(mark) {
      const place = mark === undefined ? undefined : places.get(mark);
      if (mark !== undefined) places.delete(mark);
      return place;
    },
    isUnprotected,
    touchedBy(records) {
      const statements = new Set(records.map(({ record }) => hashOf(wordingKey(record.claim))));
      const touchedPages = new Set(records.map(pageOf));
      touchedPages.delete(noPage);
      return (place) =>
        statements.has(textHashesAt(claims, place)[0] ?? 0) || touchedPages.has(pages[place] ?? 0);
    },
    rowAt: (place) => ({
      mark: marks[place] ?? 0n,
      page: pages[place] ?? noPage,
      isUnprotected: isUnprotected(place),
    }),
  };
}

/**
 * @param records of each claim, or what is known of the one that it comes from
 * @param all those that were read
 */
export function traceRecords(
  records: readonly (readonly MarkedRecord[] | RecordRow)[],
  all: readonly MarkedRecord[],
  readOn: Day,
): RecordsTrace {
  const perPage = new Map<string | null, number>();
  for (const { record } of all) {
    perPage.set(record.check.url, (perPage.get(record.check.url) ?? 0) + 1);
  }
  const rows = records.map((some): RecordRow => {
    if (!('length' in some)) return some;
    const [one] = some;
    if (!one || some.length > 1) return unknownRow;
    const { claim, check, waitsFor } = one.record;
    const isAlone = check.url === null || perPage.get(check.url) === 1;
    // Of a statement that was shortened, the claim doesn't tell whether another record has it.
    return isAlone && waitsFor === undefined && claim.length <= maxClaim
      ? { mark: one.mark, page: pageOf(one), isUnprotected: isUnprotectedRecord(one) }
      : unknownRow;
  });
  return {
    readOn,
    marks: toBase64(BigUint64Array.from(rows, ({ mark }) => mark)),
    pages: toBase64(Uint32Array.from(rows, ({ page }) => page)),
    unprotected: Uint8Array.from(rows, (row) => (row.isUnprotected ? 1 : 0)).toBase64(),
  };
}

export function isUnprotectedRecord({ record }: PlacedRecord): boolean {
  return record.check.url?.startsWith('http:') ?? false;
}

const noPage = 0;
const unknownRow: RecordRow = { mark: 0n, page: noPage, isUnprotected: false };

function pageOf({ record: { check } }: PlacedRecord): number {
  return check.url === null ? noPage : hashOf(check.url) || 1;
}

function toBase64({ buffer }: BigUint64Array<ArrayBuffer> | Uint32Array<ArrayBuffer>): string {
  return new Uint8Array(buffer).toBase64();
}
