import { expect, test } from 'vitest';
import { codeParts } from '../../src/loading/code-key.ts';
import { readModules } from '../support/modules.ts';

const modules = new Map(readModules(['src']).map((module) => [module.path, module]));

/** The files of ours that one imports, directly or by others. */
function importedBy(path: string, found = new Set<string>()): ReadonlySet<string> {
  if (!found.has(path)) {
    found.add(path);
    for (const { from } of modules.get(path)?.imports ?? []) {
      if (from.startsWith('src/')) importedBy(from, found);
    }
  }
  return found;
}

test.each(['loading-worker', 'preparing-worker'])(
  'all that %s runs is part of the key of what it makes',
  (worker) => {
    const files = [...importedBy(`src/loading/${worker}.ts`)];
    expect(files.length).toBeGreaterThan(50);
    expect(
      files.filter((file) => !codeParts.some((part) => file.startsWith(`src/${part}`))),
    ).toEqual([]);
  },
);
