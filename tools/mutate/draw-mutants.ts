import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../../src/measuring/random.ts';
import { type Edit, editsOf } from './edits.ts';
import type { Mutant } from './mutant.ts';
import { testsOf } from './tests-of.ts';

/** Some mutants of every file below the folders, the same ones for the same seed. */
export function drawMutants(
  folders: readonly string[],
  perFile: number,
  seed: number,
): readonly Mutant[] {
  return folders.flatMap(filesIn).flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    const tests = testsOf(file);
    // What no quick test imports can't be noticed by one.
    if (tests.length === 0) return [];
    return draw(editsOf(source), perFile, seed).map((edit) => ({
      name: describeEdit(edit, source),
      file,
      source: `${source.slice(0, edit.from)}${edit.text}${source.slice(edit.to)}`,
      tests,
    }));
  });
}

function filesIn(folder: string): readonly string[] {
  if (folder.endsWith('.ts')) return [folder];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
    .toSorted();
}

function draw(edits: readonly Edit[], count: number, seed: number): readonly Edit[] {
  const random = createRandom(seed);
  return edits
    .map((edit) => ({ edit, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .slice(0, count)
    .map(({ edit }) => edit);
}

function describeEdit({ from, to, text }: Edit, source: string): string {
  const line = source.slice(0, from).split('\n').length;
  const was = source.slice(from, to).replaceAll(/\s+/g, ' ');
  return `:${line} ${was.length > 60 ? `${was.slice(0, 59)}…` : was} → ${text.replaceAll(/\s+/g, ' ').slice(0, 60)}`;
}
