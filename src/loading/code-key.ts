import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

/** What reads claims and makes what they are looked up in: code, lexicon and models. */
const folders = [
  'core/claims/',
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
  for (const folder of folders) {
    const root = new URL(`../${folder}`, import.meta.url);
    const names = await readdir(root, { recursive: true });
    for (const name of names.filter((file) => /\.(?:ts|json)$/.test(file)).sort()) {
      hash.update(name).update(await readFile(new URL(name, root)));
    }
  }
  return hash.digest('hex');
}
