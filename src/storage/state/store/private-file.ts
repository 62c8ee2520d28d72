import { chmod, open } from 'node:fs/promises';

const forOwnerOnly = 0o600;

/** Makes the file if there is none, and lets nobody but its owner read it; SQLite gives the files beside it its rights. */
export async function makePrivate(path: string): Promise<void> {
  const file = await open(path, 'a', forOwnerOnly);
  await file.close();
  // It may be there from an earlier version, with the files that SQLite keeps beside it.
  for (const name of [path, `${path}-wal`, `${path}-shm`]) await chmodIfThere(name);
}

async function chmodIfThere(path: string): Promise<void> {
  await chmod(path, forOwnerOnly).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  });
}
