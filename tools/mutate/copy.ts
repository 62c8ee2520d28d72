import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What tests read. */
const parts = [
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

/** Makes a copy of the repository the working directory, so that no file of the repository is changed. */
export function enterCopy(): { leave(): void } {
  const repository = resolve('.');
  const copy = mkdtempSync(join(tmpdir(), 'factbot-mutate-'));
  for (const part of parts) cpSync(part, join(copy, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  process.chdir(copy);
  return {
    leave() {
      process.chdir(repository);
      rmSync(copy, { recursive: true });
    },
  };
}
