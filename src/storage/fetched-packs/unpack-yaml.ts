import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { extract, type Header } from 'tar-stream';

/** Far more than packs hold. */
const maxEntries = 50_000;
const maxFileBytes = 1024 * 1024;
const maxBytes = 128 * 1024 * 1024;

/** What came is none that packs are taken from: one sentence says why. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}

/**
 * Writes the YAML files of a tar archive into a folder. All else that it holds is passed over; how much it holds is bounded.
 * @throws {ArchiveError} when it is no tar archive or holds too much.
 */
export async function unpackYaml(tar: Readable, into: string): Promise<void> {
  let entries = 0;
  const unpack = extract();
  const writing = (async () => {
    for await (const entry of unpack) {
      entries += 1;
      if (entries > maxEntries) throw new ArchiveError(`it holds more than ${maxEntries} files`);
      if (!isWanted(entry.header)) {
        entry.resume();
        continue;
      }
      const path = join(into, entry.header.name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, await buffer(entry), { mode: 0o600 });
    }
  })();
  try {
    await Promise.all([pipeline(tar, bounded, unpack), writing]);
  } catch (error) {
    // The first to fail takes the other along, which fails with a reason that says less.
    const why = await writing.then(
      () => error,
      (reason: unknown) => (reason instanceof ArchiveError ? reason : error),
    );
    if (why instanceof ArchiveError) throw why;
    const message = why instanceof Error ? why.message : String(why);
    throw new ArchiveError(`it can’t be unpacked (${message})`, { cause: why });
  }
}

/** A few bytes over the network may unpack to any number. */
async function* bounded(tar: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  let bytes = 0;
  for await (const chunk of tar) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new ArchiveError(`it holds more than ${maxBytes} bytes`);
    yield chunk;
  }
}

function isWanted({ name, type, size = 0 }: Header): boolean {
  if (!/\.ya?ml$/i.test(name) || type === 'directory') return false;
  // Passed over in silence, a claim would be missing and nobody would know.
  if (type !== 'file') {
    throw new ArchiveError(`${name} is a link or the like: put a file in its place, or remove it`);
  }
  if (size > maxFileBytes) throw new ArchiveError(`${name} has more than ${maxFileBytes} bytes`);
  if (name.startsWith('/') || name.includes('\\') || name.split('/').includes('..')) {
    throw new ArchiveError(`${name} leads out of it`);
  }
  return true;
}
