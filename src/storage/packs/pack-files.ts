import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Mistake } from '../../core/claims/mistake.ts';
import { kindOf } from '../imports/read-records.ts';
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

export interface PackFolder {
  readonly name: string;
  readonly path: string;
  /** Whether there is a folder of claims; else `pack.yaml` names the file that holds them. */
  readonly hasClaimsFolder: boolean;
  /** Undefined when it is missing or unreadable; a mistake says so. */
  readonly packFile: PackTextFile | undefined;
  readonly claimFiles: readonly PackTextFile[];
  /** Tables and feeds beside `pack.yaml`, one of which may hold the claims; not read, since they may be large. */
  readonly dataFiles: readonly { readonly file: string; readonly hash: string }[];
}

export interface PackFolders {
  readonly folders: readonly PackFolder[];
  readonly mistakes: readonly Mistake[];
}

interface Entries {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

type Report = (path: string, field: 'file' | 'folder', message: string) => void;

interface Listeners {
  readonly report: Report;
  readonly mistakes: Mistake[];
  readonly onFile: () => void;
}

/** Reads all files of all packs under `dir`, in the order of their names; judges only whether they can be read. */
export async function readPackFolders(dir: string, onFile: () => void): Promise<PackFolders> {
  const mistakes: Mistake[] = [];
  const report: Report = (path, field, message) => {
    mistakes.push({ file: shownPath(path), line: 1, column: 1, field, message });
  };
  const entries = await listFolder(await linksFollowed(dir), dir, report);
  for (const file of entries?.files.filter(isYaml) ?? []) {
    report(join(dir, file), 'file', "is not read: move it into a pack's folder, or remove it");
  }
  const folders: PackFolder[] = [];
  for (const name of entries?.folders ?? []) {
    folders.push(await readPackFolder(join(dir, name), name, { report, mistakes, onFile }));
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
  { report, mistakes, onFile }: Listeners,
): Promise<PackFolder> {
  const root = await linksFollowed(folder);
  const entries = await listFolder(root, folder, report);
  if (!entries) {
    return {
      name,
      path: folder,
      hasClaimsFolder: false,
      packFile: undefined,
      claimFiles: [],
      dataFiles: [],
    };
  }
  for (const file of entries.files.filter((file) => isYaml(file) && file !== 'pack.yaml')) {
    report(join(folder, file), 'file', 'is not read: move it to claims/<id>.yaml, or remove it');
  }
  const hasPackFile = entries.files.includes('pack.yaml');
  if (!hasPackFile) {
    report(join(folder, 'pack.yaml'), 'file', 'is missing: add it, or remove the folder');
  }
  const packFile = hasPackFile ? await readText(root, folder, 'pack.yaml', mistakes) : undefined;
  const hasClaimsFolder = entries.folders.includes('claims');
  const claims = hasClaimsFolder
    ? await listFolder(root, join(folder, 'claims'), report)
    : undefined;
  const claimFiles = claims
    ? await readClaimFiles(root, join(folder, 'claims'), claims, {
        report,
        mistakes,
        onFile,
      })
    : [];
  const dataFiles = await hashesOf(
    root,
    folder,
    entries.files.filter((file) => kindOf(file)),
  );
  return { name, path: folder, hasClaimsFolder, packFile, claimFiles, dataFiles };
}

/** Of files that lead elsewhere or can't be read there is none: who names one in `pack.yaml` is told. */
async function hashesOf(root: string, folder: string, files: readonly string[]) {
  const hashes: { file: string; hash: string }[] = [];
  for (const file of files) {
    const path = await guardedPath(root, join(folder, file));
    if (!path.ok) continue;
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path.content)) hash.update(chunk);
    hashes.push({ file, hash: hash.digest('hex') });
  }
  return hashes;
}

async function readClaimFiles(
  root: string,
  folder: string,
  { files, folders }: Entries,
  { report, mistakes, onFile }: Listeners,
): Promise<readonly PackTextFile[]> {
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
  const claimFiles: PackTextFile[] = [];
  for (const name of candidates) {
    if (/^[a-z0-9-]+\.yaml$/.test(name)) {
      const file = await readText(root, folder, name, mistakes);
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
  const entries = { files: [] as string[], folders: [] as string[] };
  for (const name of listed.content.filter((entry) => !isLeaving(entry))) {
    const path = join(folder, name);
    const stats = await stat(path).catch((error: unknown) => {
      report(path, 'file', `cannot be read (${reason(error)}): repair or remove it`);
    });
    if (stats) (stats.isDirectory() ? entries.folders : entries.files).push(name);
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
  if (decoded.ok)
    return { file: place.file, stem: name.replace(/\.yaml$/, ''), text: decoded.text };
  const message = 'is not UTF-8 from here on: save the file in UTF-8';
  mistakes.push({ ...place, ...decoded.firstBad, message });
  return undefined;
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
