import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it, for nobody but their owner. Node's own `recursive` tries for ever where the folder above is there and takes
 * none, as in /proc or behind a link that leads nowhere: it reads ENOENT as a missing parent each time.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await makeOne(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await makeOne(path);
  }
}

/** A folder that is there is as good as made. */
async function makeOne(path: string): Promise<void> {
  await mkdir(path, 0o700).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
