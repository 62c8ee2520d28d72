import { createGunzip } from 'node:zlib';
import { fetchOnce, followRedirects } from '../../network/fetch-guarded.ts';
import { NetworkError } from '../../network/network-rules.ts';
import type { FetchBounds } from './fetch-bounds.ts';
import { unpackTar } from './unpack-tar.ts';
import { unpackZip } from './unpack-zip.ts';

/**
 * Writes the YAML files of a `.tar.gz` or `.zip` behind an address into a folder.
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
  if (/\.zip$/i.test(new URL(url).pathname)) return unpackZip(page.body, into);
  const tar = createGunzip();
  tar.end(page.body);
  await unpackTar(tar, into);
}
