import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What tests read. */
const parts = [
  'bin',
  'commands',
  'data',
  'docs',
  'src',
  'test',
  'tools',
  'manifest.yaml',
  'package.json',
  'vitest.config.ts',
];

/**
 * Makes a copy of the repository the working directory, so that no file of the repository is changed. It lies inside:
 * there it finds the packages, and what tests put into the system's folder for temporary files is not beside it.
 */
export function enterCopy(): { leave(): void } {
  const repository = resolve('.');
  const copy = mkdtempSync(resolve('.mutate-'));
  for (const part of parts) cpSync(part, join(copy, part), { recursive: true });
  process.chdir(copy);
  return {
    leave() {
      process.chdir(repository);
      rmSync(copy, { recursive: true });
    },
  };
}
