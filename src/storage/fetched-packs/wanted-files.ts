import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';

/** Far more than packs hold. */
const maxEntries = 50_000;
const maxFileBytes = 1024 * 1024;
const maxBytes = 128 * 1024 * 1024;

/** What came is none that packs are taken from: one sentence says why. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}

/** What an archive says of something in it. */
export interface ArchiveEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
  /** Unpacked, in bytes, as far as the archive is to be believed. */
  readonly size: number;
}

/** @throws {ArchiveError} where an archive unpacks to more than packs do. */
export function checkUnpackedBytes(bytes: number): void {
  if (bytes > maxBytes) throw new ArchiveError(`it holds more than ${maxBytes} bytes`);
}

/** Takes what packs need out of an archive: its YAML files. */
export interface WantedFiles {
  /** Counts the entry. @throws {ArchiveError} where it may neither be taken nor passed over. */
  wants(entry: ArchiveEntry): boolean;
  write(name: string, content: AsyncIterable<unknown>): Promise<void>;
}

export function createWantedFiles(into: string): WantedFiles {
  let entries = 0;
  return {
    wants({ name, kind, size }) {
      entries += 1;
      if (entries > maxEntries) throw new ArchiveError(`it holds more than ${maxEntries} files`);
      if (!/\.ya?ml$/i.test(name) || kind === 'folder') return false;
      // Passed over in silence, a claim would be missing and nobody would know.
      if (kind !== 'file') {
        throw new ArchiveError(
          `${name} is a link or the like: put a file in its place, or remove it`,
        );
      }
      if (size > maxFileBytes) {
        throw new ArchiveError(`${name} has more than ${maxFileBytes} bytes`);
      }
      if (name.startsWith('/') || name.includes('\\') || name.split('/').includes('..')) {
        throw new ArchiveError(`${name} leads out of it`);
      }
      return true;
    },
    async write(name, content) {
      // At once: a stream that breaks before anybody listens ends the program.
      const bytes = await buffer(content);
      const path = join(into, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes, { mode: 0o600 });
    },
  };
}

/** @throws {ArchiveError} where it was one already, and another that says the same of whatever it was. */
export function throwUnpackable(error: unknown): never {
  if (error instanceof ArchiveError) throw error;
  const message = error instanceof Error ? error.message : String(error);
  throw new ArchiveError(`it can’t be unpacked (${message})`, { cause: error });
}
