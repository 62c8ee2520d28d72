import { join } from 'node:path';
import type { Mistake } from '../../core/claims/mistake.ts';
import { type FilePrint, type FilePrints, printOf } from './file-print.ts';
import type { FolderListing, Report } from './list-folder.ts';
import { type PackTextFile, readText, stemOf } from './pack-text.ts';
import { shownPath } from './shown-path.ts';

/** A file that holds what it held when it was read before; known by that, it is not read again. */
export interface UnchangedFile extends Omit<PackTextFile, 'text'> {
  readonly path: string;
}

export interface Listeners {
  readonly report: Report;
  readonly mistakes: Mistake[];
  readonly onFile: () => void;
}

/** What a folder inside a pack is read with. */
export interface FolderReading extends Listeners {
  /** Where the pack really lies. */
  readonly root: string;
  readonly before: FilePrints;
  readonly prints: FilePrint[];
}

/** The files in the folder of a pack’s claims, in order; those that are as they were are not read. */
export function readClaimFiles(
  folder: string,
  { files, folders, stamps }: FolderListing,
  reading: FolderReading,
): readonly (PackTextFile | UnchangedFile)[] {
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
      const known = reading.before.get(`claims/${name}`);
      const file =
        known?.stamp === stamp
          ? untouchedFile(folder, name, known, reading)
          : readClaimFile(folder, name, { stamp, known }, reading);
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
  known: FilePrint,
  { prints }: FolderReading,
): UnchangedFile {
  prints.push(known);
  return new FileAsBefore(folder, name);
}

function readClaimFile(
  folder: string,
  name: string,
  { stamp, known }: { readonly stamp: string; readonly known: FilePrint | undefined },
  { root, prints, mistakes }: FolderReading,
): PackTextFile | UnchangedFile | undefined {
  const file = readText(root, folder, name, mistakes);
  if (!file) return undefined;
  const print = printOf(`claims/${name}`, stamp, file.text);
  prints.push({ ...print, isAnew: true });
  return print.hash === known?.hash ? new FileAsBefore(folder, name) : file;
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
