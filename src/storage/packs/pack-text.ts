import { join } from 'node:path';
import type { Mistake } from '../../core/claims/mistake.ts';
import { readGuardedSync } from './guarded-files.ts';
import { shownPath } from './shown-path.ts';
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

/** What the file holds; undefined where it can’t be read, and then a mistake says so. */
export function readText(
  root: string,
  folder: string,
  name: string,
  mistakes: Mistake[],
): PackTextFile | undefined {
  const path = join(folder, name);
  const place = { file: shownPath(path), line: 1, column: 1, field: 'file' };
  const bytes = readGuardedSync(root, path, maxFileBytes);
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

export function stemOf(name: string): string {
  return name.endsWith(end) ? name.slice(0, -end.length) : name;
}

const end = '.yaml';
