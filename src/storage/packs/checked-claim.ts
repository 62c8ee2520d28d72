import type { Claim } from '../../core/claims/claim.ts';
import type { ClaimParts } from '../../core/claims/claim-parts.ts';
import type { FieldMistake } from '../../core/claims/field-mistake.ts';
import type { Mistake } from '../../core/claims/mistake.ts';
import type { PackTextFile } from './pack-text.ts';

/** The claim of a file, held against the schema and the rules that look at one claim at a time. */
export interface CheckedClaim {
  readonly pack: string;
  readonly source: Omit<PackTextFile, 'text'>;
  readonly id: string | undefined;
  /** What is valid in the file by itself, even if the whole does not fit the schema; made when it is asked for. */
  readonly parts: ClaimParts;
  /** Undefined when it can't be used, and `mistakes` say why; a place among the known claims for one that is as it was. */
  readonly entry: Claim | number | undefined;
  readonly mistakes: readonly Mistake[];
  /** What somebody should look at again. */
  readonly warnings: readonly Mistake[];
  /** Of the keys of its texts. */
  textHashes(): ArrayLike<number>;
  /** Gives mistakes found later their place in this file. */
  place(found: readonly FieldMistake[]): readonly Mistake[];
}

/** Of many that are as they were few are looked at. */
export interface CheckedClaims {
  /** Those that are not as they were. */
  readonly anew: readonly CheckedClaim[];
  all(): readonly CheckedClaim[];
  /** All of `anew`, and others that may hold a text of one of these keys (`wordingKey`), in order. */
  mayHold(keys: ReadonlySet<string>): readonly CheckedClaim[];
}
