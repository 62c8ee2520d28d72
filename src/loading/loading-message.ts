import type { Claim } from '../core/claims/claim.ts';
import type { PreparedShelves } from '../core/claims/claim-tables.ts';
import type { Mistake } from '../core/claims/mistake.ts';
import type { PackFile } from '../core/claims/pack.ts';
import type { HeldReading } from '../core/claims/pack-reading.ts';

/** What the thread that reads tells the one that answers; after each portion of claims it waits to be asked for more. */
export type LoadingMessage =
  | { readonly kind: 'held'; readonly reading: HeldReading }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] }
  /** The next claims, in pack order. */
  | { readonly kind: 'claims'; readonly claims: readonly Claim[] }
  | {
      readonly kind: 'end';
      readonly fingerprint: string;
      readonly packs: readonly { readonly about: PackFile; readonly claims: number }[];
      readonly prepared: PreparedShelves;
      readonly warnings: readonly Mistake[];
    };
