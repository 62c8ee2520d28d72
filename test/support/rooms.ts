import { readFileSync } from 'node:fs';
import type { Module } from './modules.ts';

/** Files that hold one subject, and what they may import beside one another. */
export interface Room {
  /** Folders, which end in a slash, and files. */
  readonly paths: readonly string[];
  /** Folders, files and packages; `node:` for what comes with Node.js, a trailing slash for all below. */
  readonly mayImport: readonly string[];
}

/** The rooms that the table in docs/design.md lists under "Where things are". */
export function readRooms(): readonly Room[] {
  const document = readFileSync('docs/design.md', 'utf8');
  const [, section = ''] = document.split('\n## Where things are\n');
  const rows = section.split('\n## ')[0]?.match(/^\| `.*$/gm) ?? [];
  return rows.map((row) => {
    const [, paths = '', , mayImport = ''] = row.split('|');
    return { paths: codeIn(paths), mayImport: codeIn(mayImport) };
  });
}

function codeIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

/** The room with the longest path that holds the file: `src/core/bot/` wins over `src/core/`. */
export function roomOf(path: string, rooms: readonly Room[]): Room | undefined {
  const lengthIn = (room: Room): number =>
    Math.max(0, ...room.paths.filter((held) => covers(held, path)).map((held) => held.length));
  const [first] = rooms.toSorted((one, other) => lengthIn(other) - lengthIn(one));
  return first && lengthIn(first) > 0 ? first : undefined;
}

/** What the files import though their room may not, as `file → import`. */
export function forbiddenImports(
  modules: readonly Module[],
  rooms: readonly Room[],
): readonly string[] {
  return modules.flatMap(({ path, imports }) => {
    const room = roomOf(path, rooms);
    if (!room) return [];
    const allowed = [...room.paths, ...room.mayImport];
    return imports
      .filter(({ from }) => !allowed.some((prefix) => covers(prefix, from)))
      .map(({ from }) => `${path} → ${from}`);
  });
}

function covers(prefix: string, path: string): boolean {
  const isOpen = prefix.endsWith('/') || prefix.endsWith(':');
  return isOpen ? path.startsWith(prefix) : path === prefix || path.startsWith(`${prefix}/`);
}
