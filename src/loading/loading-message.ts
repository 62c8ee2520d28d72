import type { Mistake } from '../core/claims/mistake.ts';
import type { PackedPacks } from '../core/claims/open-packs.ts';
import type { HeldReading } from '../core/claims/pack-reading.ts';

/** What the thread that reads tells the one that answers. */
export type LoadingMessage =
  | { readonly kind: 'held'; readonly reading: HeldReading }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] }
  | ({
      readonly kind: 'packs';
      readonly fingerprint: string;
      readonly warnings: readonly Mistake[];
      /** Whether the thread goes on to keep what it told, which nobody has to wait for. */
      readonly isKeptLater: boolean;
    } & PackedPacks);
