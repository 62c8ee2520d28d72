import { join } from 'node:path';
import type { Mistake } from '../../core/claims/mistake.ts';
import { type FilePrints, printOf, stampAt, type TakenPrints } from './file-print.ts';
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
  /** Of these none is taken over where the pack says something else of itself. */
  readonly before: FilePrints;
  readonly prints: TakenPrints;
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
  const claimFiles: (PackTextFile | UnchangedFile)[] = [];
  let others = 0;
  for (const [at, name] of files.entries()) {
    if (isClaimFile.test(name)) {
      const file = readClaimFile(folder, name, { stamps, at }, reading);
      if (file) claimFiles.push(file);
      onFile();
    } else if (name.endsWith('.md')) {
      others += 1;
    } else {
      report(
        join(folder, name),
        'file',
        'is not read: name it <id>.yaml in lower case, or remove it',
      );
    }
  }
  if (files.length === others) {
    report(folder, 'folder', 'holds no claims: add <id>.yaml, or remove the pack');
  }
  return claimFiles;
}

const isClaimFile = /^[a-z0-9-]+\.yaml$/;

/** Most are as they were, and then there is nothing to wait for. */
function readClaimFile(
  folder: string,
  name: string,
  { stamps, at }: { readonly stamps: Uint32Array; readonly at: number },
  { root, before, prints, mistakes }: FolderReading,
): PackTextFile | UnchangedFile | undefined {
  const place = `claims/${name}`;
  const known = before.find(place);
  if (known >= 0 && before.isStamped(known, stamps, at)) {
    prints.takeOver(known);
    return new FileAsBefore(folder, name);
  }
  const file = readText(root, folder, name, mistakes);
  if (!file) return undefined;
  const print = printOf(place, stampAt(stamps, at), file.text);
  prints.add(print);
  return known >= 0 && print.hash === before.hashAt(known) ? new FileAsBefore(folder, name) : file;
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
