import { cp, readFile, writeFile } from 'node:fs/promises';
import { type Mistake, mistakeToText } from '../../../src/core/claims/mistake.ts';
import { readPacks } from '../../../src/storage/packs/pack-reader.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

export const goodPacks = 'test/fixtures/packs/good';
export const today = '2026-11-22';

/** A copy of the good packs that the test may spoil; it is gone when the test is over. */
export async function copyPacks(): Promise<string> {
  const dir = await temporaryFolder();
  await cp(goodPacks, dir, { recursive: true });
  return dir;
}

/** Replaces text in a file, which must be there exactly once. */
export async function edit(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  if (text.split(from).length !== 2)
    throw new Error(`${path} does not hold "${from}" exactly once`);
  await writeFile(
    path,
    text.replace(from, () => to),
  );
}

/** Every mistake in the packs as text, with paths relative to `dir`; empty when all is well. */
export async function mistakesIn(dir: string): Promise<readonly string[]> {
  const reading = await readPacks(dir, today);
  return reading.ok ? [] : reading.mistakes.map((mistake) => relativeText(mistake, dir));
}

function relativeText(mistake: Mistake, dir: string): string {
  return mistakeToText(mistake).replaceAll(`${dir}/`, '');
}
