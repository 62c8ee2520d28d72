import type { ClaimList } from '../../core/claims/claim-list.ts';
import type { Mistake } from '../../core/claims/mistake.ts';
import { sameClaims } from '../../core/claims/renewed-claims.ts';
import { type FilePrints, openPrints, type PackedPrints } from './file-print.ts';
import type { ImportedClaims } from './imported-pack.ts';
import type { RecordsTrace } from './known-records.ts';

/** What an earlier reading found, without a mistake, by the names of the packs: files that are as they were need not be read again. */
export interface KnownPacks {
  readonly prints: ReadonlyMap<string, FilePrints>;
  /** Undefined where it can no longer be had. */
  claims(): Promise<ReadonlyMap<string, KnownPack> | undefined>;
}

/** What the files of a pack came to. */
export interface KnownPack {
  readonly claims: KnownClaims;
  readonly imported: ImportedClaims | undefined;
}

/** What the folder of claims of a pack held. */
export interface KnownClaims {
  readonly list: ClaimList;
  /** By the names of their files without `.yaml`, which are their ids. */
  readonly warnings: ReadonlyMap<string, readonly Mistake[]>;
}

/** What has to be kept of packs, beside their claims, so that they are known the next time. */
export interface PackTraces {
  readonly packs: readonly PackTrace[];
  /** Of all of them, in their order. */
  readonly prints: PackedPrints;
}

/** What has to be kept of one pack. Anything that JSON can hold. */
export interface PackTrace {
  readonly name: string;
  /** How many prints are its own. */
  readonly prints: number;
  /** Warnings by the names of files of claims. */
  readonly warnings: Readonly<Record<string, readonly Mistake[]>>;
  /** Of the file or address that holds the claims, with the line of each. */
  readonly imported?: Omit<ImportedClaims, 'claims' | 'mistakes' | 'traceRecords'> & {
    readonly records?: RecordsTrace;
  };
}

/** @param claims those of each pack by its name, in pack order; asked for when they are needed */
export function tracesToKnownPacks(
  { packs, prints }: PackTraces,
  claims: () => Promise<ReadonlyMap<string, ClaimList> | undefined>,
): KnownPacks {
  return {
    prints: openPrintsOf(packs, prints),
    async claims() {
      const byPack = await claims();
      return (
        byPack &&
        new Map(packs.map((trace) => [trace.name, knownPack(trace, byPack.get(trace.name) ?? [])]))
      );
    },
  };
}

function openPrintsOf(
  packs: PackTraces['packs'],
  all: PackedPrints,
): ReadonlyMap<string, FilePrints> {
  let start = 0;
  const byPack = new Map<string, FilePrints>();
  for (const { name, prints } of packs) {
    byPack.set(name, openPrints(all, start, prints));
    start += prints;
  }
  return byPack;
}

function knownPack({ warnings, imported }: PackTrace, list: ClaimList): KnownPack {
  if (!imported) {
    return { claims: { list, warnings: new Map(Object.entries(warnings)) }, imported: undefined };
  }
  const claims = { list: [], warnings: new Map() };
  const { records, ...found } = imported;
  return {
    claims,
    imported: {
      ...found,
      claims: sameClaims(list),
      mistakes: [],
      ...(records && { traceRecords: () => records }),
    },
  };
}
