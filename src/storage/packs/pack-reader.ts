import { createHash } from 'node:crypto';
import type { Day } from '../../core/claims/calendar.ts';
import { limitMistakes } from '../../core/claims/limit-mistakes.ts';
import type { HeldReading, PackReading } from '../../core/claims/pack-reading.ts';
import { repeatedTexts } from '../../core/claims/repeated-texts.ts';
import { checkPack } from './checked-pack.ts';
import { type PackFolder, readPackFolders } from './pack-files.ts';
import { repeatedIds } from './repeated-ids.ts';

interface ReadingOptions {
  /** Fingerprints of packs that need not be parsed. */
  readonly held?: readonly string[];
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
  { held = [], onFile = () => {} }: ReadingOptions = {},
): Promise<PackReading | HeldReading> {
  const { folders, mistakes } = await readPackFolders(dir, onFile);
  const fingerprint = fingerprintOf(folders);
  // Days only pass, so that what was right when the set was read still is.
  if (mistakes.length === 0 && held.includes(fingerprint)) return { ok: true, held: fingerprint };
  const checked = folders.map((folder) => checkPack(folder, today, onFile));
  const claims = checked.flatMap((pack) => pack.claims);
  const all = limitMistakes([
    ...mistakes,
    ...checked.flatMap((pack) => pack.mistakes),
    ...repeatedIds(claims),
    ...repeatedTexts(claims),
  ]);
  if (all.length > 0) return { ok: false, mistakes: all };
  return {
    ok: true,
    packs: checked.flatMap(({ pack }) => pack ?? []),
    fingerprint,
    warnings: limitMistakes(checked.flatMap((pack) => pack.warnings)),
  };
}

/** Equal for equal packs, wherever they lie: a hash over every file's place and text. */
function fingerprintOf(folders: readonly PackFolder[]): string {
  const hash = createHash('sha256');
  for (const { name, packFile, claimFiles } of folders) {
    for (const file of packFile ? [packFile, ...claimFiles] : claimFiles) {
      hash.update(JSON.stringify([name, file.stem, file.text]));
    }
  }
  return hash.digest('hex');
}
