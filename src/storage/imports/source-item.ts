import { hash } from 'node:crypto';
import type { Imported } from './imported-record.ts';

/** A line or a row of a file, not read yet. */
export interface SourceItem<Found extends Imported = Imported> {
  /** Where it begins, from 1. */
  readonly line: number;
  /** Equal for items of one file that say the same, and for no others: 64 bits of SHA-256. Undefined where it is not known again. */
  mark(): bigint | undefined;
  read(): Iterable<Found>;
}

export function markOf(text: string): bigint {
  return hash('sha256', text, 'buffer').readBigUInt64LE();
}

export async function* readItems<Found extends Imported>(
  items: AsyncIterable<SourceItem<Found>>,
): AsyncGenerator<Found> {
  for await (const item of items) yield* item.read();
}
