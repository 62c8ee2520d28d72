import type { NetworkRules } from '../../network/network-rules.ts';

/** What fetching packs may reach and take. */
export interface FetchBounds {
  readonly rules: NetworkRules;
  /** That come over the network. */
  readonly maxBytes: number;
  readonly withinMs: number;
  /** Where programs are looked for, as in `PATH`. */
  readonly searchPath: string | undefined;
  /** For a private git repository: a token, or `name:token`. */
  readonly token?: string | undefined;
}
