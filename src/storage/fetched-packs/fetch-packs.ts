import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mistake } from '../../core/claims/mistake.ts';
import type { HeldReading, PackReading } from '../../core/claims/pack-reading.ts';
import type { PacksAddress } from '../../core/claims/packs-address.ts';
import { NetworkError, publicNetwork } from '../../network/network-rules.ts';
import { shownPath } from '../packs/shown-path.ts';
import { fetchArchive } from './fetch-archive.ts';
import type { FetchBounds } from './fetch-bounds.ts';
import { fetchGit } from './fetch-git.ts';
import { ArchiveError } from './wanted-files.ts';

const defaultBounds = {
  rules: publicNetwork,
  maxBytes: 64 * 1024 * 1024,
  withinMs: 60_000,
} as const;

export interface FetchRequest extends Partial<Omit<FetchBounds, 'searchPath'>> {
  readonly searchPath: string | undefined;
  /** Reads and validates the packs in a folder. */
  readonly read: (dir: string) => Promise<PackReading | HeldReading>;
}

/**
 * Fetches packs into a temporary folder, and reads and validates them there like others. Never rejects over what is fetched: a place
 * that can't be reached, or holds no packs, is a mistake of that place.
 */
export async function fetchPacks(
  address: PacksAddress,
  { read, ...given }: FetchRequest,
): Promise<PackReading | HeldReading> {
  const bounds: FetchBounds = { ...defaultBounds, ...given };
  const workspace = await mkdtemp(join(tmpdir(), 'factbot-packs-'));
  const into = join(workspace, 'files');
  try {
    await mkdir(into);
    if (address.kind === 'git') await fetchGit(address, { workspace, into }, bounds);
    else await fetchArchive(address.url, into, bounds);
    const dir = await packsFolder(into, address);
    const reading = await read(dir);
    if (!reading.ok) return { ok: false, mistakes: placed(reading.mistakes, dir, address) };
    if ('held' in reading) return reading;
    return { ...reading, warnings: placed(reading.warnings ?? [], dir, address) };
  } catch (error) {
    if (!(error instanceof NetworkError || error instanceof ArchiveError)) throw error;
    const message = `can’t be used: ${error.message}`;
    return {
      ok: false,
      mistakes: [{ file: address.url, line: 1, column: 1, field: 'folder', message }],
    };
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

/** Archives often hold everything in one folder more, as GitHub's do. Of a repository, git has given the folder alone. */
async function packsFolder(into: string, { kind, folder }: PacksAddress): Promise<string> {
  if (kind === 'git' || !folder) return unwrapped(into);
  const named = join(into, folder);
  const isThere = await stat(named).catch(() => undefined);
  return isThere ? named : join(await unwrapped(into), folder);
}

async function unwrapped(folder: string): Promise<string> {
  const [only, ...others] = await readdir(folder);
  if (only === undefined || others.length > 0) return folder;
  const inner = join(folder, only);
  const isPack = (await readdir(inner).catch(() => ['pack.yaml'])).includes('pack.yaml');
  return isPack ? folder : inner;
}

/** The temporary folder says nothing to whoever mends the packs. */
function placed(
  mistakes: readonly Mistake[],
  dir: string,
  { url }: PacksAddress,
): readonly Mistake[] {
  return mistakes.map((mistake) => ({
    ...mistake,
    file: mistake.file.replace(shownPath(dir), () => url),
  }));
}
