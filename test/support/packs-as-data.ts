import type { Pack } from '../../src/core/claims/pack.ts';
import type { HeldReading, PackReading } from '../../src/core/claims/pack-reading.ts';

/** Packs whose claims are all made, so that they can be compared. */
export function packsAsData(packs: readonly Pack[]): readonly object[] {
  return packs.map(({ claims, ...about }) => ({ ...about, claims: [...claims] }));
}

/** A reading with such packs, without what was prepared of them. */
export function readingAsData(reading: PackReading | HeldReading): object {
  if (!reading.ok || 'held' in reading) return reading;
  const { prepared: _, packs, ...rest } = reading;
  return { ...rest, packs: packsAsData(packs) };
}
