import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract, type Header } from 'tar-stream';
import {
  type ArchiveEntry,
  ArchiveError,
  checkUnpackedBytes,
  createWantedFiles,
  throwUnpackable,
} from './wanted-files.ts';

/**
 * Writes the YAML files of a tar archive into a folder. All else that it holds is passed over; how much it holds is bounded.
 * @throws {ArchiveError} when it is no tar archive or holds too much.
 */
export async function unpackTar(tar: Readable, into: string): Promise<void> {
  const wanted = createWantedFiles(into);
  const unpack = extract();
  const writing = (async () => {
    for await (const entry of unpack) {
      if (wanted.wants(headerToEntry(entry.header))) await wanted.write(entry.header.name, entry);
      else entry.resume();
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
    throwUnpackable(why);
  }
}

function headerToEntry({ name, type, size = 0 }: Header): ArchiveEntry {
  const kind = type === 'file' ? 'file' : type === 'directory' ? 'folder' : 'other';
  return { name, kind, size };
}

/** A few bytes over the network may unpack to any number. */
async function* bounded(tar: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  let bytes = 0;
  for await (const chunk of tar) {
    bytes += chunk.length;
    checkUnpackedBytes(bytes);
    yield chunk;
  }
}
