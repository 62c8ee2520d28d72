import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Mistake } from '../../core/claims/mistake.ts';
import { kindOf } from '../imports/read-records.ts';
import { type FilePrint, type FilePrints, stampOf } from './file-print.ts';
import { folderOfPacksAbove } from './folder-above.ts';
import { guardedPath, linksFollowed, listGuarded, readGuarded, reason } from './guarded-files.ts';
import { isLeaving } from './leavings.ts';
import { decodeUtf8 } from './utf8.ts';

/** Far more than a claim needs. */
const maxFileBytes = 128 * 1024;

export interface PackTextFile {
  /** As mistakes name it. */
  readonly file: string;
  /** Without the folder and `.yaml`. */
  readonly stem: string;
  readonly text: string;
}

/** A file that holds what it held when it was read before; known by that, it is not read again. */
export interface UnchangedFile extends Omit<PackTextFile, 'text'> {
  readonly path: string;
}

export interface PackFolder {
  readonly name: string;
  readonly path: string;
  /** Whether there is a folder of claims; else `pack.yaml` names the file that holds them. */
  readonly hasClaimsFolder: boolean;
  /** Undefined when it is missing or unreadable; a mistake says so. */
  readonly packFile: PackTextFile | undefined;
  readonly claimFiles: readonly (PackTextFile | UnchangedFile)[];
  /** Of all that was read, in order; and of tables and feeds beside `pack.yaml`, one of which may hold the claims. */
  readonly prints: readonly FilePrint[];
}

export interface PackFolders {
  readonly folders: readonly PackFolder[];
  readonly mistakes: readonly Mistake[];
}

interface Entries {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** Of files, by name. */
  readonly stamps: ReadonlyMap<string, string>;
}

type Report = (path: string, field: 'file' | 'folder', message: string) => void;

interface Listeners {
  readonly report: Report;
  readonly mistakes: Mistake[];
  readonly onFile: () => void;
}

/** What a folder inside a pack is read with. */
interface FolderReading extends Listeners {
  /** Where the pack really lies. */
  readonly root: string;
  readonly before: FilePrints;
  readonly prints: FilePrint[];
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
  before: FilePrints = new Map(),
  listeners: Listeners,
): Promise<PackFolder> {
  const { report, mistakes } = listeners;
  const root = await linksFollowed(folder);
  const entries = await listFolder(root, folder, report);
  const pack = { name, path: folder, hasClaimsFolder: false, packFile: undefined };
  if (!entries) return { ...pack, claimFiles: [], prints: [] };
  for (const file of entries.files.filter((file) => isYaml(file) && file !== 'pack.yaml')) {
    report(join(folder, file), 'file', 'is not read: move it to claims/<id>.yaml, or remove it');
  }
  const hasPackFile = entries.files.includes('pack.yaml');
  if (!hasPackFile) {
    report(join(folder, 'pack.yaml'), 'file', 'is missing: add it, or remove the folder');
  }
  const packFile = hasPackFile ? await readText(root, folder, 'pack.yaml', mistakes) : undefined;
  const prints = packFile
    ? [printOf('pack.yaml', entries.stamps.get('pack.yaml'), packFile.text)]
    : [];
  const hasClaimsFolder = entries.folders.includes('claims');
  const claimsFolder = join(folder, 'claims');
  const claims = hasClaimsFolder ? await listFolder(root, claimsFolder, report) : undefined;
  // What claims come to depends on what the pack says of them.
  const isSamePack = before.get('pack.yaml')?.hash === prints[0]?.hash;
  const reading = { ...listeners, root, prints, before: isSamePack ? before : new Map() };
  const claimFiles = claims ? await readClaimFiles(claimsFolder, claims, reading) : [];
  await printDataFiles(folder, entries, { ...reading, before });
  return { name, path: folder, hasClaimsFolder, packFile, claimFiles, prints };
}

function printOf(place: string, stamp = '', text: string): FilePrint {
  return { place, stamp, hash: createHash('sha256').update(text).digest('base64') };
}

/** Of files that lead elsewhere or can't be read there is no print: who names one in `pack.yaml` is told. */
async function printDataFiles(
  folder: string,
  { files, stamps }: Entries,
  { root, before, prints }: FolderReading,
): Promise<void> {
  for (const file of files.filter((name) => kindOf(name))) {
    const path = await guardedPath(root, join(folder, file));
    if (!path.ok) continue;
    const known = before.get(file);
    const stamp = stamps.get(file) ?? '';
    const hash = known?.stamp === stamp ? known.hash : await hashOf(path.content);
    prints.push({ place: file, stamp, hash });
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('base64');
}

async function readClaimFiles(
  folder: string,
  { files, folders, stamps }: Entries,
  reading: FolderReading,
): Promise<readonly (PackTextFile | UnchangedFile)[]> {
  const { report, onFile } = reading;
  for (const name of folders) {
    report(
      join(folder, name),
      'folder',
      'is not read: move its claims up into claims/, or remove it',
    );
  }
  const candidates = files.filter((file) => !file.endsWith('.md'));
  if (candidates.length === 0) {
    report(folder, 'folder', 'holds no claims: add <id>.yaml, or remove the pack');
  }
  const claimFiles: (PackTextFile | UnchangedFile)[] = [];
  for (const name of candidates) {
    if (/^[a-z0-9-]+\.yaml$/.test(name)) {
      const stamp = stamps.get(name) ?? '';
      const file =
        untouchedFile(folder, name, stamp, reading) ??
        (await readClaimFile(folder, name, stamp, reading));
      if (file) claimFiles.push(file);
      onFile();
    } else {
      report(
        join(folder, name),
        'file',
        'is not read: name it <id>.yaml in lower case, or remove it',
      );
    }
  }
  return claimFiles;
}

/** Without a wait: of most files this is all that there is to do. */
function untouchedFile(
  folder: string,
  name: string,
  stamp: string,
  { before, prints }: FolderReading,
): UnchangedFile | undefined {
  const known = before.get(`claims/${name}`);
  if (known?.stamp !== stamp) return undefined;
  prints.push(known);
  return new FileAsBefore(folder, name);
}

async function readClaimFile(
  folder: string,
  name: string,
  stamp: string,
  { root, before, prints, mistakes }: FolderReading,
): Promise<PackTextFile | UnchangedFile | undefined> {
  const place = `claims/${name}`;
  const file = await readText(root, folder, name, mistakes);
  if (!file) return undefined;
  const print = printOf(place, stamp, file.text);
  prints.push(print);
  return print.hash === before.get(place)?.hash ? new FileAsBefore(folder, name) : file;
}

/** Of a hundred thousand of them, very few are asked where they lie. */
class FileAsBefore implements UnchangedFile {
  readonly stem: string;
  readonly #folder: string;
  readonly #name: string;

  constructor(folder: string, name: string) {
    this.stem = stemOf(name);
    this.#folder = folder;
    this.#name = name;
  }

  get path(): string {
    return join(this.#folder, this.#name);
  }

  get file(): string {
    return shownPath(this.path);
  }
}

/** Names in order, without hidden ones and leavings. */
async function listFolder(
  root: string,
  folder: string,
  report: Report,
): Promise<Entries | undefined> {
  const listed = await listGuarded(root, folder);
  if (!listed.ok) {
    report(folder, 'folder', listed.why);
    return undefined;
  }
  const entries = { files: [] as string[], folders: [] as string[], stamps: new Map() };
  for (const name of listed.content.filter((entry) => !isLeaving(entry))) {
    const path = join(folder, name);
    try {
      // Of a hundred thousand files this takes half a second; without the thread waiting for each, several.
      const stats = statSync(path, { bigint: true });
      (stats.isDirectory() ? entries.folders : entries.files).push(name);
      entries.stamps.set(name, stampOf(stats));
    } catch (error) {
      report(path, 'file', `cannot be read (${reason(error)}): repair or remove it`);
    }
  }
  return entries;
}

async function readText(
  root: string,
  folder: string,
  name: string,
  mistakes: Mistake[],
): Promise<PackTextFile | undefined> {
  const path = join(folder, name);
  const place = { file: shownPath(path), line: 1, column: 1, field: 'file' };
  const bytes = await readGuarded(root, path, maxFileBytes);
  if (!bytes.ok) {
    mistakes.push({ ...place, message: bytes.why });
    return undefined;
  }
  const decoded = decodeUtf8(bytes.content);
  if (decoded.ok) return { file: place.file, stem: stemOf(name), text: decoded.text };
  const message = 'is not UTF-8 from here on: save the file in UTF-8';
  mistakes.push({ ...place, ...decoded.firstBad, message });
  return undefined;
}

function stemOf(name: string): string {
  return name.replace(/\.yaml$/, '');
}

function isYaml(name: string): boolean {
  return /\.ya?ml$/i.test(name);
}

/** Relative to the working directory for what lies inside it, with forward slashes. */
export function shownPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  const isInside = !/^\.\.(?:[\\/]|$)/.test(fromHere) && !isAbsolute(fromHere);
  return (isInside ? fromHere || '.' : path).split(sep).join('/');
}
