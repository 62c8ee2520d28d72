import type { Claim } from '../core/claims/claim.ts';
import type { PackHead } from '../core/claims/pack.ts';

/** What the thread that prepares packs is told, one after the other. */
export type ToPrepare =
  | { readonly kind: 'pack'; readonly about: PackHead }
  /** The next claims of the pack that was told last. */
  | { readonly kind: 'claims'; readonly claims: readonly Claim[] }
  | { readonly kind: 'end' };
