import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** The folder of packs that is meant where somebody named one of its packs, or the claims in one; else undefined. */
export function folderOfPacksAbove(
  dir: string,
  files: readonly string[],
  folders: readonly string[],
): string | undefined {
  const holdsPackFile = (folder: string): boolean => existsSync(join(folder, 'pack.yaml'));
  const isPack =
    files.includes('pack.yaml') && !folders.some((name) => holdsPackFile(join(dir, name)));
  if (isPack) return resolve(dir, '..');
  const isClaims = basename(resolve(dir)) === 'claims' && holdsPackFile(resolve(dir, '..'));
  return isClaims ? resolve(dir, '../..') : undefined;
}
