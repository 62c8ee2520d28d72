import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Mistake } from '../../core/claims/mistake.ts';
import { kindOf } from '../imports/read-records.ts';
import {
  type ClaimFiles,
  type FolderReading,
  type Listeners,
  noClaimFiles,
  readClaimFiles,
} from './claim-files.ts';
import {
  type FilePrints,
  noPrints,
  printOf,
  stampAt,
  type TakenPrints,
  takePrints,
} from './file-print.ts';
import { folderOfPacksAbove } from './folder-above.ts';
import { guardedPath, linksFollowed } from './guarded-files.ts';
import { type FolderListing, listFolder, type Report } from './list-folder.ts';
import { type PackTextFile, readText } from './pack-text.ts';
import { shownPath } from './shown-path.ts';

export interface PackFolder {
  readonly name: string;
  readonly path: string;
  /** Whether there is a folder of claims; else `pack.yaml` names the file that holds them. */
  readonly hasClaimsFolder: boolean;
  /** Undefined when it is missing or unreadable; a mistake says so. */
  readonly packFile: PackTextFile | undefined;
  readonly claimFiles: ClaimFiles;
  /** Of all that was read, in order; and of tables and feeds beside `pack.yaml`, one of which may hold the claims. */
  readonly prints: TakenPrints;
}

export interface PackFolders {
  readonly folders: readonly PackFolder[];
  readonly mistakes: readonly Mistake[];
}

/**
 * Reads all files of all packs under `dir`, in the order of their names; judges only whether they can be read.
 * @param before prints of an earlier reading, by the names of packs: files that are as they were are not read
 */
export async function readPackFolders(
  dir: string,
  onFile: () => void,
  before: ReadonlyMap<string, FilePrints>,
): Promise<PackFolders> {
  const mistakes: Mistake[] = [];
  const report: Report = (path, field, message) => {
    mistakes.push({ file: shownPath(path), line: 1, column: 1, field, message });
  };
  const entries = await listFolder(await linksFollowed(dir), dir, report);
  const above = entries && folderOfPacksAbove(dir, entries.files, entries.folders);
  if (above !== undefined) {
    report(dir, 'folder', `is one pack: name the folder that holds it, ${shownPath(above)}`);
    return { folders: [], mistakes };
  }
  for (const file of entries?.files.filter(isYaml) ?? []) {
    report(join(dir, file), 'file', "is not read: move it into a pack's folder, or remove it");
  }
  const folders: PackFolder[] = [];
  for (const name of entries?.folders ?? []) {
    const listeners = { report, mistakes, onFile };
    folders.push(await readPackFolder(join(dir, name), name, before.get(name), listeners));
  }
  if (entries && folders.length === 0) {
    report(
      dir,
      'folder',
      'holds no packs: add <pack>/pack.yaml, or name the right folder in the settings',
    );
  }
  return { folders, mistakes };
}

/**
 * A pack may lie behind a link, as those of mounted volumes do: whoever runs the bot made it. Inside the pack, whoever
 * wrote the pack did, and no link leads out.
 */
async function readPackFolder(
  folder: string,
  name: string,
  before: FilePrints = noPrints,
  listeners: Listeners,
): Promise<PackFolder> {
  const { report, mistakes } = listeners;
  const root = await linksFollowed(folder);
  const entries = await listFolder(root, folder, report);
  const pack = { name, path: folder, hasClaimsFolder: false, packFile: undefined };
  const prints = takePrints(before);
  if (!entries) return { ...pack, claimFiles: noClaimFiles, prints };
  for (const file of entries.files.filter((file) => isYaml(file) && file !== 'pack.yaml')) {
    report(join(folder, file), 'file', 'is not read: move it to claims/<id>.yaml, or remove it');
  }
  const hasPackFile = entries.files.includes('pack.yaml');
  if (!hasPackFile) {
    report(join(folder, 'pack.yaml'), 'file', 'is missing: add it, or remove the folder');
  }
  const packFile = hasPackFile ? readText(root, folder, 'pack.yaml', mistakes) : undefined;
  if (packFile) {
    const stamp = stampAt(entries.stamps, entries.files.indexOf('pack.yaml'));
    prints.add(printOf('pack.yaml', stamp, packFile.text));
  }
  const hasClaimsFolder = entries.folders.includes('claims');
  const claimsFolder = join(folder, 'claims');
  const claims = hasClaimsFolder ? await listFolder(root, claimsFolder, report) : undefined;
  // What claims come to depends on what the pack says of them.
  const isSamePack = before.hashOf('pack.yaml') === prints.hashOf('pack.yaml');
  const reading = { ...listeners, root, prints, before: isSamePack ? before : noPrints };
  const claimFiles = claims ? readClaimFiles(claimsFolder, claims, reading) : noClaimFiles;
  await printDataFiles(folder, entries, { ...reading, before });
  return { name, path: folder, hasClaimsFolder, packFile, claimFiles, prints };
}

/** Of files that lead elsewhere or can't be read there is no print: who names one in `pack.yaml` is told. */
async function printDataFiles(
  folder: string,
  { files, stamps }: FolderListing,
  { root, before, prints }: FolderReading,
): Promise<void> {
  for (const [at, file] of files.entries()) {
    if (!kindOf(file)) continue;
    const path = await guardedPath(root, join(folder, file));
    if (!path.ok) continue;
    const known = before.find(file);
    if (known >= 0 && before.isStamped(known, stamps, at)) prints.takeOver(known);
    else {
      const hash = await hashOf(path.content);
      prints.add({ place: file, stamp: stampAt(stamps, at), hash });
    }
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('base64');
}

function isYaml(name: string): boolean {
  return /\.ya?ml$/i.test(name);
}
