import { type ImportField, importFields } from '../../core/claims/import-fields.ts';
import type { ImportedRecord } from './imported-record.ts';

/** The headings of the table that records are written to. */
export const tableHeadings: readonly ImportField[] = importFields;

/** A record as a row under `tableHeadings`; read again, it gives the same record. */
export function recordToRow({ check, numbers, ...record }: ImportedRecord): readonly string[] {
  const cells: Readonly<Record<ImportField, string | null | undefined>> = {
    claim: record.claim,
    rating: check.label,
    ratingValue: numbers.value,
    bestRating: numbers.best,
    worstRating: numbers.worst,
    summary: check.summary,
    title: check.title,
    address: check.url,
    sources: record.sources.join(' '),
    date: check.publishedOn,
    modified: check.modifiedOn,
    expires: check.expiresOn,
    withdrawn: check.withdrawnOn,
    correction: check.correction,
    publisher: check.publisher,
    claimant: record.claimant,
    occasion: record.occasion,
    topics: record.topics.join(', '),
    wordings: record.wordings.join(' | '),
    language: record.language,
  };
  return tableHeadings.map((field) => cells[field] ?? '');
}
