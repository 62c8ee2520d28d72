import { createHash } from 'node:crypto';
import type { Day } from '../../core/claims/calendar.ts';
import { answeredTexts, wordingKey } from '../../core/claims/claim-texts.ts';
import { limitMistakes } from '../../core/claims/limit-mistakes.ts';
import type { Mistake } from '../../core/claims/mistake.ts';
import type { Pack } from '../../core/claims/pack.ts';
import type { HeldReading, PackReading } from '../../core/claims/pack-reading.ts';
import { repeatedTexts } from '../../core/claims/repeated-texts.ts';
import { type CheckedClaim, type CheckedPack, checkPack } from './checked-pack.ts';
import type { FeedCopies } from './feed-copy.ts';
import { type ImportedClaims, readImportedPack } from './imported-pack.ts';
import { type PackFolder, readPackFolders } from './pack-files.ts';
import { repeatedIds } from './repeated-ids.ts';

interface ReadingOptions {
  /** Fingerprints of packs that need not be parsed. */
  readonly held?: readonly string[];
  /** What the addresses gave that packs name. */
  readonly copies?: FeedCopies;
  /** Called after each file that was read, and after each that was checked. */
  readonly onFile?: () => void;
}

/**
 * Reads and validates every pack under `dir`. Everything is read before anything is judged, and one mistake anywhere
 * means no packs at all. Packs with a fingerprint that is held are not parsed. `today` (UTC) tells which dates lie in the
 * future. Exported for tests: programs call `readPacksApart`, which bounds it.
 */
export async function readPacks(dir: string, today: Day): Promise<PackReading>;
export async function readPacks(
  dir: string,
  today: Day,
  options: ReadingOptions,
): Promise<PackReading | HeldReading>;
export async function readPacks(
  dir: string,
  today: Day,
  { held = [], copies = {}, onFile = () => {} }: ReadingOptions = {},
): Promise<PackReading | HeldReading> {
  const { folders, mistakes } = await readPackFolders(dir, onFile);
  const fingerprint = fingerprintOf(folders, copies);
  // Days only pass, so that what was right when the set was read still is.
  if (mistakes.length === 0 && held.includes(fingerprint)) return { ok: true, held: fingerprint };
  const checked = folders.map((folder) => checkPack(folder, today, onFile));
  const claims = checked.flatMap((pack) => pack.claims);
  const imported = await readImports(folders, checked, copies, today, onFile);
  const all = limitMistakes([
    ...mistakes,
    ...checked.flatMap((pack) => pack.mistakes),
    ...[...imported.values()].flatMap((file) => file.mistakes),
    ...repeatedIds(claims),
    ...repeatedTexts(claims),
  ]);
  if (all.length > 0) return { ok: false, mistakes: all };
  return {
    ok: true,
    packs: checked.flatMap(({ pack }) => (pack ? withImport(pack, imported.get(pack.name)) : [])),
    fingerprint,
    warnings: limitMistakes([
      ...checked.flatMap((pack) => pack.warnings),
      ...[...imported.values()].flatMap((file) => file.warnings),
      ...repeatedImports(claims, [...imported.values()]),
    ]),
  };
}

function withImport(pack: Pack, imported: ImportedClaims | undefined): Pack {
  if (!imported) return pack;
  const { file, copy, fileOn, rejects, claims } = imported;
  return {
    ...pack,
    file,
    ...(copy && { copy }),
    ...(fileOn && { fileOn }),
    ...(rejects > 0 && { rejects }),
    claims: claims.map(({ claim }) => claim),
  };
}

type Imports = ReadonlyMap<string, ImportedClaims>;

/** What the files and addresses hold that packs name, by the names of the packs. */
async function readImports(
  folders: readonly PackFolder[],
  checked: readonly CheckedPack[],
  copies: FeedCopies,
  today: Day,
  onFile: () => void,
): Promise<Imports> {
  const imports = new Map<string, ImportedClaims>();
  for (const [index, { about }] of checked.entries()) {
    const folder = folders[index];
    if (!folder || !about?.claims) continue;
    const place = { folder: folder.path, file: about.claims };
    imports.set(folder.name, await readImportedPack(place, about, copies, today, onFile));
  }
  return imports;
}

/** Imported claims that a claim before them answers to already: in packs that people write it would be a mistake. */
function repeatedImports(
  own: readonly CheckedClaim[],
  imports: readonly ImportedClaims[],
): readonly Mistake[] {
  const texts = own.flatMap(({ parts }) => answeredTexts(parts).map(({ text }) => text));
  const answered = new Set(texts.map(wordingKey));
  return imports.flatMap(({ shown, claims }) => {
    const repeated = claims.filter(({ claim }) => answered.has(wordingKey(claim.claim)));
    for (const { claim } of claims) answered.add(wordingKey(claim.claim));
    return repeated.map(({ claim, line }) => ({
      file: shown,
      line,
      column: 1,
      field: 'claim',
      message: `"${claim.claim}" is also what another pack answers to`,
    }));
  });
}

/** Equal for equal packs, wherever they lie: a hash over every file's place and text, and over what addresses gave. */
function fingerprintOf(folders: readonly PackFolder[], copies: FeedCopies): string {
  const hash = createHash('sha256');
  for (const { name, packFile, claimFiles, dataFiles } of folders) {
    for (const file of packFile ? [packFile, ...claimFiles] : claimFiles) {
      hash.update(JSON.stringify([name, file.stem, file.text]));
    }
    for (const { file, hash: content } of dataFiles)
      hash.update(JSON.stringify([name, file, content]));
  }
  for (const [address, copy] of Object.entries(copies).sort()) {
    hash.update(JSON.stringify([address, 'digest' in copy ? copy.digest : '']));
  }
  return hash.digest('hex');
}
