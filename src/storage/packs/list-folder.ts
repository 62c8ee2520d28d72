import { statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { stampOf } from './file-print.ts';
import { listGuarded, reason } from './guarded-files.ts';
import { isLeaving } from './leavings.ts';

export interface FolderListing {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** Of files, by name. */
  readonly stamps: ReadonlyMap<string, string>;
}

/** Takes what is wrong with a file or folder as a whole. */
export type Report = (path: string, field: 'file' | 'folder', message: string) => void;

/** Names in order, without hidden ones and leavings; undefined where the folder can’t be read. */
export async function listFolder(
  root: string,
  folder: string,
  report: Report,
): Promise<FolderListing | undefined> {
  const listed = await listGuarded(root, folder);
  if (!listed.ok) {
    report(folder, 'folder', listed.why);
    return undefined;
  }
  const entries = { files: [] as string[], folders: [] as string[], stamps: new Map() };
  const start = join(folder, sep);
  for (const name of listed.content) {
    if (isLeaving(name)) continue;
    try {
      // Of a hundred thousand files this takes half a second; without the thread waiting for each, several.
      const stats = statSync(start + name);
      (stats.isDirectory() ? entries.folders : entries.files).push(name);
      entries.stamps.set(name, stampOf(stats));
    } catch (error) {
      report(join(folder, name), 'file', `cannot be read (${reason(error)}): repair or remove it`);
    }
  }
  return entries;
}
