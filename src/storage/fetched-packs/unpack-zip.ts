import { type Entry, fromBufferPromise } from 'yauzl';
import {
  type ArchiveEntry,
  ArchiveError,
  checkUnpackedBytes,
  createWantedFiles,
  throwUnpackable,
} from './wanted-files.ts';

/**
 * Writes the YAML files of a zip archive into a folder. All else that it holds is passed over; how much it holds is bounded. No file
 * can unpack to more than the archive says of it: yauzl ends there.
 * @throws {ArchiveError} when it is no zip archive or holds too much.
 */
export async function unpackZip(zip: Buffer, into: string): Promise<void> {
  const wanted = createWantedFiles(into);
  try {
    // It is closed only with the last reference to it: there is no file behind it.
    const archive = await fromBufferPromise(zip, { lazyEntries: true, autoClose: false });
    const files: Entry[] = [];
    for await (const entry of archive.eachEntry()) {
      if (wanted.wants(toArchiveEntry(entry))) files.push(entry);
    }
    checkUnpackedBytes(files.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0));
    for (const file of files) {
      if (file.isEncrypted()) throw new ArchiveError(`${file.fileName} needs a password`);
      await wanted.write(file.fileName, await archive.openReadStreamPromise(file));
    }
  } catch (error) {
    throwUnpackable(error);
  }
}

/** The kind of a file in Unix's mode, which makers of zip archives put into the upper half of the attributes. */
const kindMask = 0o170000;
const regular = 0o100000;
const folder = 0o040000;

function toArchiveEntry({
  fileName: name,
  uncompressedSize: size,
  externalFileAttributes,
}: Entry): ArchiveEntry {
  if (name.endsWith('/')) return { name, kind: 'folder', size };
  const kind = (externalFileAttributes >>> 16) & kindMask;
  // Systems that know no modes write none.
  if (kind === 0 || kind === regular) return { name, kind: 'file', size };
  return { name, kind: kind === folder ? 'folder' : 'other', size };
}
