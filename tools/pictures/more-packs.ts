import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';

const about = {
  language: 'en',
  method: 'Made up for a picture.',
  licence: 'CC0-1.0',
  corrections: 'Write to desk@riverton.example.',
  verdicts: {},
};

/** Adds the packs of `docs/examples/`, as `npm run import` makes them of its files. */
export async function addExamplePacks(examples: string, dataDir: string): Promise<void> {
  await cp(join(examples, 'riverton'), join(dataDir, 'riverton'), { recursive: true });
  await addPack(join(examples, 'checks.csv'), dataDir, 'town', 'The Town Desk');
  await addPack(join(examples, 'feed.json'), dataDir, 'coast', 'Coast Check');
}

/** Adds more packs than a select takes. */
export async function addManyPacks(examples: string, dataDir: string): Promise<void> {
  for (let number = 1; number <= 40; number += 1) {
    const title = `Town ${number}`;
    await addPack(join(examples, 'checks.csv'), dataDir, `town-${number}`, title);
  }
}

async function addPack(
  file: string,
  dataDir: string,
  name: string,
  maintainer: string,
): Promise<void> {
  const folder = join(dataDir, name);
  const claims = `claims${file.slice(file.lastIndexOf('.'))}`;
  await mkdir(folder);
  await cp(file, join(folder, claims));
  const pack = { ...about, name, title: maintainer, maintainer, claims };
  await writeFile(join(folder, 'pack.yaml'), stringify(pack));
}
