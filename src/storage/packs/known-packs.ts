import type { Claim } from '../../core/claims/claim.ts';
import type { Mistake } from '../../core/claims/mistake.ts';
import type { FilePrint, FilePrints } from './file-print.ts';
import type { ImportedClaims } from './imported-pack.ts';

/** What an earlier reading found, without a mistake, by the names of the packs: files that are as they were need not be read again. */
export interface KnownPacks {
  readonly prints: ReadonlyMap<string, FilePrints>;
  /** Undefined where it can't be had any more. */
  claims(): Promise<ReadonlyMap<string, KnownPack> | undefined>;
}

/** What the files of a pack came to. */
export interface KnownPack {
  /** Of its folder of claims, by the names of their files without `.yaml`. */
  readonly claims: ReadonlyMap<string, KnownClaim>;
  readonly imported: ImportedClaims | undefined;
}

export interface KnownClaim {
  readonly claim: Claim;
  readonly warnings: readonly Mistake[];
}

/** What has to be kept of a pack, beside its claims, so that it is known the next time. Anything that JSON can hold. */
export interface PackTrace {
  readonly name: string;
  readonly prints: readonly FilePrint[];
  /** Warnings by the names of files of claims. */
  readonly warnings: Readonly<Record<string, readonly Mistake[]>>;
  /** Of the file or address that holds the claims, with the line of each. */
  readonly imported?: Omit<ImportedClaims, 'claims' | 'mistakes'> & {
    readonly lines: readonly number[];
  };
}

/** @param claims those of each pack by its name, in pack order; asked for when they are needed */
export function tracesToKnownPacks(
  traces: readonly PackTrace[],
  claims: () => Promise<ReadonlyMap<string, readonly Claim[]> | undefined>,
): KnownPacks {
  return {
    prints: new Map(traces.map(({ name, prints }) => [name, byPlace(prints)])),
    async claims() {
      const byPack = await claims();
      return (
        byPack &&
        new Map(traces.map((trace) => [trace.name, knownPack(trace, byPack.get(trace.name) ?? [])]))
      );
    },
  };
}

function byPlace(prints: readonly FilePrint[]): FilePrints {
  return new Map(prints.map((print) => [print.place, print]));
}

function knownPack({ warnings, imported }: PackTrace, claims: readonly Claim[]): KnownPack {
  if (!imported) {
    const known = claims.map((claim) => ({ claim, warnings: warnings[claim.id] ?? [] }));
    return { claims: new Map(known.map((one) => [one.claim.id, one])), imported: undefined };
  }
  const { lines, ...rest } = imported;
  const placed = claims.map((claim, at) => ({ claim, line: lines[at] ?? 1 }));
  return { claims: new Map(), imported: { ...rest, claims: placed, mistakes: [] } };
}
