import { isKnownLabel } from '../../core/ratings/read-rating.ts';
import type { Imported, ImportedRecord, Rejected } from './imported-record.ts';
import { siteOf } from './read-addresses.ts';

/** No list of names grows with the file beyond this. */
const mostNames = 10_000;

/** What an import found so far. */
export interface ImportCounts {
  readonly read: number;
  readonly rejected: number;
  /** With a rating that has a verdict on our scale. */
  readonly rated: number;
  /** How many checks of each publisher. */
  readonly publishers: ReadonlyMap<string, number>;
  /** Labels that nobody has mapped, and how often each stands there. */
  readonly unknownLabels: ReadonlyMap<string, number>;
  /** The first claim, to try. */
  readonly example: string | undefined;
  /** The first item that can't be used. */
  readonly firstReject: Rejected | undefined;
  /** Of a table, the columns that were left out. */
  readonly unknownHeadings: readonly string[];
  add(found: Imported): void;
  addUnknownHeadings(headings: readonly string[]): void;
}

/** @param language BCP 47 tag of what the file is written in, unless a record says otherwise. */
export function createImportCounts(language: string): ImportCounts {
  const publishers = new Map<string, number>();
  const unknownLabels = new Map<string, number>();
  const counts = {
    read: 0,
    rejected: 0,
    rated: 0,
    example: undefined as string | undefined,
    firstReject: undefined as Rejected | undefined,
    unknownHeadings: [] as readonly string[],
    publishers,
    unknownLabels,
    add(found: Imported): void {
      if (!found.ok) {
        counts.rejected += 1;
        counts.firstReject ??= found;
        return;
      }
      const { record } = found;
      counts.read += 1;
      counts.example ??= record.claim;
      if (record.check.isRead) counts.rated += 1;
      countOne(publishers, record.check.publisher);
      if (!isKnown(record, language)) countOne(unknownLabels, record.check.label ?? '');
    },
    addUnknownHeadings(headings: readonly string[]): void {
      counts.unknownHeadings = headings;
    },
  };
  return counts;
}

function isKnown({ check, numbers, ...record }: ImportedRecord, fallback: string): boolean {
  if (check.isRead) return true;
  const site = siteOf(check.url) || check.publisher;
  const language = record.language ?? fallback;
  return isKnownLabel({ label: check.label, numbers, site, language });
}

function countOne(counts: Map<string, number>, name: string): void {
  if (counts.has(name) || counts.size < mostNames) counts.set(name, (counts.get(name) ?? 0) + 1);
}
