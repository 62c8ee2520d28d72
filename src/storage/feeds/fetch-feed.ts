import { downloadOnce, type FetchOptions, followRedirects } from '../../network/fetch-guarded.ts';
import { NetworkError } from '../../network/network-rules.ts';

/** What the source called the version that is here. */
export interface FeedVersion {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/**
 * Asks a source whether it has another version than ours, and writes that into a file.
 * @returns undefined where it has none
 * @throws {NetworkError}
 */
export async function fetchFeed(
  address: string,
  ours: FeedVersion,
  into: string,
  options: Omit<FetchOptions, 'headers'>,
): Promise<FeedVersion | undefined> {
  const headers = {
    ...(ours.etag && { 'if-none-match': ours.etag }),
    ...(ours.lastModified && { 'if-modified-since': ours.lastModified }),
  };
  const page = await followRedirects(new URL(address), (step) =>
    downloadOnce(step, { ...options, headers }, into),
  );
  if (page.status === 304 && Object.keys(headers).length > 0) return undefined;
  if (page.status !== 200) throw new NetworkError(`${page.url.host} answers with ${page.status}`);
  const { etag, 'last-modified': lastModified } = page.headers;
  return { etag, lastModified };
}
