import { createGunzip } from 'node:zlib';
import { fetchOnce, followRedirects } from '../../network/fetch-guarded.ts';
import { NetworkError } from '../../network/network-rules.ts';
import type { FetchBounds } from './fetch-bounds.ts';
import { unpackYaml } from './unpack-yaml.ts';

/**
 * Writes the YAML files of a `.tar.gz` behind an address into a folder.
 * @throws {NetworkError | ArchiveError}
 */
export async function fetchArchive(
  url: string,
  into: string,
  { rules, maxBytes, withinMs }: FetchBounds,
): Promise<void> {
  const options = { rules, maxBytes, withinMs, userAgent: 'factbot' };
  const page = await followRedirects(new URL(url), (step) => fetchOnce(step, options));
  if (page.status !== 200) throw new NetworkError(`${page.url.host} answers with ${page.status}`);
  const tar = createGunzip();
  tar.end(page.body);
  await unpackYaml(tar, into);
}
