import type { PreparedShelves } from './claim-tables.ts';
import type { Mistake } from './mistake.ts';
import type { Pack } from './pack.ts';

/** Everything that was read, or everything that is wrong with it. */
export type PackReading =
  | {
      readonly ok: true;
      readonly packs: readonly Pack[];
      readonly fingerprint: string;
      /** What the claims are looked up in, where the reading made it, too. */
      readonly prepared?: PreparedShelves;
      /** What somebody should look at again, though nothing is wrong. */
      readonly warnings?: readonly Mistake[];
    }
  | FailedReading;

export interface FailedReading {
  readonly ok: false;
  readonly mistakes: readonly Mistake[];
}

/** The packs are those of a set that is held already; nothing of them was parsed. */
export interface HeldReading {
  readonly ok: true;
  readonly held: string;
}

/**
 * Reads and validates all packs, unless they have one of these fingerprints.
 * @param held fingerprints of the sets that are held
 */
export type ReadPacks = (held: readonly string[]) => Promise<PackReading | HeldReading>;
