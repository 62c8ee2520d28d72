import type { Claim } from '../core/claims/claim.ts';
import { type PreparedLookups, packClaimTables } from '../core/claims/claim-tables.ts';
import { claimToStatement } from '../core/claims/claim-to-statement.ts';
import type { Mistake } from '../core/claims/mistake.ts';
import type { Pack, PackFile } from '../core/claims/pack.ts';
import type { PackReading } from '../core/claims/pack-reading.ts';
import { shelve } from '../core/claims/shelves.ts';
import { buildStore } from '../matching/build-store.ts';
import { shownPath } from '../storage/packs/pack-files.ts';
import { readSnapshot, type SnapshotKey, writeSnapshot } from './snapshot.ts';

/** Packs that were read, with all that they are looked up in, as it is handed over or kept. */
export interface Load {
  readonly fingerprint: string;
  readonly packs: readonly { readonly about: PackFile; readonly claims: number }[];
  readonly warnings: readonly Mistake[];
  /** Of all packs, in their order. */
  readonly claims: readonly Claim[];
  /** Of each shelf. */
  readonly prepared: readonly PreparedLookups[];
}

export function prepareLoad(reading: Extract<PackReading, { readonly ok: true }>): Load {
  const { packs, fingerprint, warnings = [] } = reading;
  const claims = packs.flatMap((pack) => pack.claims);
  const prepared = shelve(packs).map(prepareShelf);
  return { fingerprint, packs: packs.map(withoutClaims), warnings, claims, prepared };
}

function prepareShelf(packs: readonly Pack[]): PreparedLookups {
  const statements = packs.flatMap((pack) => pack.claims.map(claimToStatement));
  return { tables: packClaimTables(packs), store: buildStore(statements) };
}

function withoutClaims({ claims, ...about }: Pack) {
  return { about, claims: claims.length };
}

/** Claims in a part of a snapshot. */
const claimsInPart = 1000;

/** Where a snapshot lies, and the folder of the packs that it is of. */
export interface SnapshotPlace {
  readonly path: string;
  readonly dir: string;
}

/** Keeps a load for the next start. Where it can't be written, the next start reads the files again. */
export async function keepLoad(
  { path, dir }: SnapshotPlace,
  code: string,
  load: Load,
): Promise<void> {
  const { fingerprint, packs, warnings, claims, prepared } = load;
  const parts: unknown[] = [{ packs, warnings, shownDir: shownPath(dir) }];
  for (let start = 0; start < claims.length; start += claimsInPart) {
    parts.push(claims.slice(start, start + claimsInPart));
  }
  const arrays = Object.fromEntries(prepared.map((shelf, place) => [`shelf${place}`, shelf]));
  await writeSnapshot(path, { fingerprint, code }, { parts, arrays }).catch(() => {});
}

/** Undefined where there is none of that key, or where it is damaged. The same packs may lie elsewhere by now. */
export async function readKeptLoad(
  { path, dir }: SnapshotPlace,
  key: SnapshotKey,
): Promise<Load | undefined> {
  const content = await readSnapshot(path, key);
  if (!content) return undefined;
  const [head, ...claims] = content.parts;
  // The key says that this very code wrote it, and the checksum that nothing has changed since.
  const { packs, shownDir, ...kept } = head as Pick<Load, 'packs' | 'warnings'> & {
    readonly shownDir: string;
  };
  const warnings = kept.warnings.map((warning) => ({
    ...warning,
    file: warning.file.replace(shownDir, () => shownPath(dir)),
  }));
  const prepared = Object.values(content.arrays as Record<string, PreparedLookups>);
  const { fingerprint } = key;
  return {
    fingerprint,
    packs,
    warnings,
    claims: (claims as readonly Claim[][]).flat(),
    prepared,
  };
}
