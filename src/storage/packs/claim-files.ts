import { join } from 'node:path';
import type { Mistake } from '../../core/claims/mistake.ts';
import { type FilePrints, printOf, stampAt, type TakenPrints } from './file-print.ts';
import type { FolderListing, Report } from './list-folder.ts';
import { type PackTextFile, readText } from './pack-text.ts';

/** The files of claims in the folder of a pack that could be read, in order. */
export interface ClaimFiles {
  readonly folder: string;
  readonly names: readonly string[];
  /** Of those that were read, by the places of their names. The others hold what they held before, and are known by that. */
  readonly read: ReadonlyMap<number, PackTextFile>;
}

export const noClaimFiles: ClaimFiles = { folder: '', names: [], read: new Map() };

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
): ClaimFiles {
  const { report, onFile } = reading;
  for (const name of folders) {
    report(
      join(folder, name),
      'folder',
      'is not read: move its claims up into claims/, or remove it',
    );
  }
  const names: string[] = [];
  const read = new Map<number, PackTextFile>();
  let others = 0;
  for (const [at, name] of files.entries()) {
    if (isClaimFile.test(name)) {
      const file = readClaimFile(folder, name, { stamps, at }, reading);
      if (file === 'unchanged') names.push(name);
      else if (file) read.set(names.push(name) - 1, file);
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
  return { folder, names, read };
}

const isClaimFile = /^[a-z0-9-]+\.yaml$/;

/** Most are as they were, and then there is nothing to wait for. */
function readClaimFile(
  folder: string,
  name: string,
  { stamps, at }: { readonly stamps: Uint32Array; readonly at: number },
  { root, before, prints, mistakes }: FolderReading,
): PackTextFile | 'unchanged' | undefined {
  const place = `claims/${name}`;
  const known = before.find(place);
  if (known >= 0 && before.isStamped(known, stamps, at)) {
    prints.takeOver(known);
    return 'unchanged';
  }
  const file = readText(root, folder, name, mistakes);
  if (!file) return undefined;
  const print = printOf(place, stampAt(stamps, at), file.text);
  prints.add(print);
  return known >= 0 && print.hash === before.hashAt(known) ? 'unchanged' : file;
}
