import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readRaw } from './raw-store.ts';

/** All that lies in a store: what can be asked for, and the bytes of its files, its log among them. */
export async function dumpStore(url: string): Promise<string> {
  const texts = [await readRaw(url)];
  if (url.startsWith('sqlite:')) {
    const folder = dirname(url.slice('sqlite:'.length));
    for (const name of await readdir(folder)) {
      texts.push((await readFile(join(folder, name))).toString('latin1'));
    }
  }
  return texts.join('\n');
}
