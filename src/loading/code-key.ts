import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

/** What reads claims and makes what they are looked up in: code, lexicon and models. Exported for tests: nothing may be missing. */
export const codeParts = [
  'core/claims/',
  'core/keys.ts',
  'core/ratings/',
  'core/texts/',
  'loading/',
  'matching/',
  'packed/',
  'storage/imports/',
  'storage/packs/',
];

/** Equal for equal code on an equal runtime: what one version made, another does not trust. */
export async function codeKey(): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  // Dependencies are pinned there.
  hash.update(await readFile(new URL('../../package.json', import.meta.url)));
  for (const part of codeParts) {
    for (const name of part.endsWith('/') ? await codeIn(part) : [part]) {
      hash.update(name).update(await readFile(new URL(name, source)));
    }
  }
  return hash.digest('hex');
}

const source = new URL('../', import.meta.url);

async function codeIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(new URL(folder, source), { recursive: true });
  const files = names.filter((name) => /\.(?:ts|json)$/.test(name));
  return files.map((name) => `${folder}${name}`).sort();
}
