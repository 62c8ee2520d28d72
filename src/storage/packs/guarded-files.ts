import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { type FileHandle, open, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';

/** What can't be used, as what follows the file's name in a sentence. */
export type Guarded<Content> =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly why: string };

/**
 * The bytes of a file that strangers may have put there: a pack comes with a pull request. Whatever it is or leads to,
 * nothing outside `root` is read, no more than `maxBytes`, and a device or a pipe is not waited for.
 * @param root a path without links in it
 */
export async function readGuarded(
  root: string,
  path: string,
  maxBytes: number,
): Promise<Guarded<Buffer>> {
  try {
    const real = await realpath(path);
    if (!liesIn(root, real)) return refused(leadsOut);
    if (!(await stat(real)).isFile()) return refused(notRegular);
    const file = await open(real, neitherWaitedForNorFollowed);
    try {
      const stats = await file.stat();
      if (!stats.isFile()) return refused(notRegular);
      const content = await readAtMost(file, maxBytes + 1, stats.size);
      return withinBytes(content, maxBytes);
    } finally {
      await file.close();
    }
  } catch (error) {
    return refused(unreadable(error));
  }
}

/** The same, for a thread of its own that reads thousands: waiting for each of its steps takes several times as long as they do. */
export function readGuardedSync(root: string, path: string, maxBytes: number): Guarded<Buffer> {
  try {
    const real = realpathSync.native(path);
    if (!liesIn(root, real)) return refused(leadsOut);
    if (!statSync(real).isFile()) return refused(notRegular);
    const file = openSync(real, neitherWaitedForNorFollowed);
    try {
      const stats = fstatSync(file);
      if (!stats.isFile()) return refused(notRegular);
      const content = createFilling(maxBytes + 1, stats.size);
      while (!content.took(readSync(file, content.rest()))) {}
      return withinBytes(content.filled(), maxBytes);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return refused(unreadable(error));
  }
}

/** Whatever takes the file's place after it was looked at. */
const neitherWaitedForNorFollowed =
  constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;

function withinBytes(content: Buffer, maxBytes: number): Guarded<Buffer> {
  return content.length > maxBytes
    ? refused(`has more than ${maxBytes} bytes: shorten or split it`)
    : { ok: true, content };
}

function unreadable(error: unknown): string {
  return `cannot be read (${reason(error)}): repair or remove it`;
}

/** Where a file inside `root` really lies, for reading it piece by piece. */
export async function guardedPath(root: string, path: string): Promise<Guarded<string>> {
  try {
    const real = await realpath(path);
    if (!liesIn(await realpath(root), real)) return refused(leadsOut);
    return (await stat(real)).isFile() ? { ok: true, content: real } : refused(notRegular);
  } catch (error) {
    return refused(unreadable(error));
  }
}

async function readAtMost(file: FileHandle, bytes: number, size: number): Promise<Buffer> {
  const content = createFilling(bytes, size);
  while (!content.took((await file.read(content.rest())).bytesRead)) {}
  return content.filled();
}

/**
 * A buffer that is filled piece by piece. The size that a file is said to have is not believed: that of `/proc/self/environ` is 0.
 * @param bytes the most that it takes
 */
function createFilling(bytes: number, size: number) {
  // One more than it should have, so that the end is met at once. What is allowed would be much for each of many small files.
  let buffer = Buffer.alloc(Math.min(bytes, Math.max(size, leastBuffer) + 1));
  let end = 0;
  return {
    /** What is still free, to be read into. */
    rest: () => buffer.subarray(end),
    /** Tells whether that was all. */
    took(bytesRead: number): boolean {
      end += bytesRead;
      if (bytesRead === 0 || end === bytes) return true;
      if (end === buffer.length) {
        buffer = Buffer.concat([buffer], Math.min(bytes, buffer.length * 2));
      }
      return false;
    },
    filled: () => buffer.subarray(0, end),
  };
}

const leastBuffer = 4096;

/** The names in a folder that lies inside `root`, in order. */
export async function listGuarded(
  root: string,
  folder: string,
): Promise<Guarded<readonly string[]>> {
  try {
    if (!liesIn(root, await realpath(folder))) return refused(leadsOut);
    return { ok: true, content: (await readdir(folder)).sort() };
  } catch (error) {
    return refused(`cannot be read (${reason(error)}): repair it, or name another folder`);
  }
}

/** Where the links of a path lead; the path itself where they can't be followed, which listing it will tell. */
export function linksFollowed(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

const leadsOut = "leads out of the pack's folder: put what it leads to in its place, or remove it";
const notRegular = 'is a device, a pipe or the like, not a file: remove it';

function refused(why: string): { readonly ok: false; readonly why: string } {
  return { ok: false, why };
}

function liesIn(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'it is not a folder',
  EACCES: 'permission denied',
  ELOOP: 'its link leads to itself',
};

/** Why the file system refused, in words where it is common. */
export function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (code || 'for a reason that it does not tell');
}
