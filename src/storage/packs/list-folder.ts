import { statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { putStamp, roomForStamps } from './file-print.ts';
import { listGuarded, reason } from './guarded-files.ts';
import { isLeaving } from './leavings.ts';

export interface FolderListing {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** Of the files, in their order (`stampAt`). */
  readonly stamps: Uint32Array;
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
  const files: string[] = [];
  const folders: string[] = [];
  const stamps = roomForStamps(listed.content.length);
  const start = join(folder, sep);
  for (const name of listed.content) {
    if (isLeaving(name)) continue;
    try {
      // Of a hundred thousand files this takes half a second; without the thread waiting for each, several.
      const stats = statSync(start + name);
      if (stats.isDirectory()) folders.push(name);
      else putStamp(stats, stamps, files.push(name) - 1);
    } catch (error) {
      report(join(folder, name), 'file', `cannot be read (${reason(error)}): repair or remove it`);
    }
  }
  return { files, folders, stamps };
}
