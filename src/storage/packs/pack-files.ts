import { readdir, readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Mistake } from '../../core/claims/mistake.ts';
import { decodeUtf8 } from './utf8.ts';

/** Far more than a claim needs; YAML of this size is still parsed in an instant. */
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
  /** Undefined when it is missing or unreadable; a mistake says so. */
  readonly packFile: PackTextFile | undefined;
  readonly claimFiles: readonly PackTextFile[];
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

/** Reads all files of all packs under `dir`, in the order of their names; judges only whether they can be read. */
export async function readPackFolders(dir: string): Promise<PackFolders> {
  const mistakes: Mistake[] = [];
  const report: Report = (path, field, message) => {
    mistakes.push({ file: shownPath(path), line: 1, column: 1, field, message });
  };
  const entries = await listFolder(dir, report);
  for (const file of entries?.files.filter(isYaml) ?? []) {
    report(join(dir, file), 'file', "is not read: move it into a pack's folder, or remove it");
  }
  const folders: PackFolder[] = [];
  for (const name of entries?.folders ?? []) {
    folders.push(await readPackFolder(join(dir, name), name, report, mistakes));
  }
  if (entries && folders.length === 0) {
    report(
      dir,
      'folder',
      'holds no packs: add <pack>/pack.yaml, or set DATA_DIR to the right folder',
    );
  }
  return { folders, mistakes };
}

async function readPackFolder(
  folder: string,
  name: string,
  report: Report,
  mistakes: Mistake[],
): Promise<PackFolder> {
  const entries = await listFolder(folder, report);
  if (!entries) return { name, packFile: undefined, claimFiles: [] };
  for (const file of entries.files.filter((file) => isYaml(file) && file !== 'pack.yaml')) {
    report(join(folder, file), 'file', 'is not read: move it to claims/<id>.yaml, or remove it');
  }
  const hasPackFile = entries.files.includes('pack.yaml');
  if (!hasPackFile) {
    report(join(folder, 'pack.yaml'), 'file', 'is missing: add it, or remove the folder');
  }
  const packFile = hasPackFile ? await readText(folder, 'pack.yaml', mistakes) : undefined;
  const claims = entries.folders.includes('claims')
    ? await listFolder(join(folder, 'claims'), report)
    : { files: [], folders: [] };
  const claimFiles = claims
    ? await readClaimFiles(join(folder, 'claims'), claims, report, mistakes)
    : [];
  return { name, packFile, claimFiles };
}

async function readClaimFiles(
  folder: string,
  { files, folders }: Entries,
  report: Report,
  mistakes: Mistake[],
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
      const file = await readText(folder, name, mistakes);
      if (file) claimFiles.push(file);
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

/** Names in order, without those that start with a dot. Follows links, which mounted volumes are often made of. */
async function listFolder(folder: string, report: Report): Promise<Entries | undefined> {
  const entries = { files: [] as string[], folders: [] as string[] };
  try {
    for (const name of (await readdir(folder)).filter((entry) => !entry.startsWith('.')).sort()) {
      const stats = await stat(join(folder, name)).catch((error: unknown) => {
        report(
          join(folder, name),
          'file',
          `cannot be read (${reason(error)}): repair or remove it`,
        );
      });
      if (stats) (stats.isDirectory() ? entries.folders : entries.files).push(name);
    }
    return entries;
  } catch (error) {
    report(
      folder,
      'folder',
      `cannot be read (${reason(error)}): repair it, or name another folder`,
    );
    return undefined;
  }
}

async function readText(
  folder: string,
  name: string,
  mistakes: Mistake[],
): Promise<PackTextFile | undefined> {
  const path = join(folder, name);
  const place = { file: shownPath(path), line: 1, column: 1, field: 'file' };
  try {
    const { size } = await stat(path);
    if (size > maxFileBytes) {
      const message = `has ${size} bytes: shorten or split it, a file may have ${maxFileBytes}`;
      mistakes.push({ ...place, message });
      return undefined;
    }
    const decoded = decodeUtf8(await readFile(path));
    if (decoded.ok)
      return { file: place.file, stem: name.replace(/\.yaml$/, ''), text: decoded.text };
    mistakes.push({
      ...place,
      ...decoded.firstBad,
      message: 'is not UTF-8 from here on: save the file in UTF-8',
    });
  } catch (error) {
    mistakes.push({ ...place, message: `cannot be read (${reason(error)}): repair or remove it` });
  }
  return undefined;
}

function isYaml(name: string): boolean {
  return /\.ya?ml$/i.test(name);
}

/** Relative to the working directory for what lies inside it, with forward slashes. */
function shownPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  const isInside = !/^\.\.(?:[\\/]|$)/.test(fromHere) && !isAbsolute(fromHere);
  return (isInside ? fromHere || '.' : path).split(sep).join('/');
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'it is not a folder',
  EACCES: 'permission denied',
  ELOOP: 'its link leads to itself',
};

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (code || String(error));
}
