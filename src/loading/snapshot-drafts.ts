import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** The name under which a snapshot is written before it takes its place. It tells which process writes it. */
export async function draftOf(path: string): Promise<string> {
  const { pid } = process;
  return `${path}.${pid}-${await birthOf(pid)}.${randomUUID()}`;
}

/**
 * Removes drafts whose process was killed, and those of earlier versions, which did not say whose they are. Never rejects. Who shares
 * the folder with a process that it can't see may take a draft from it; then the next load reads the packs again.
 */
export async function sweepDrafts(path: string): Promise<void> {
  const folder = dirname(path);
  const start = `${basename(path)}.`;
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const draft = name.startsWith(start) && draftEnd.exec(name.slice(start.length));
    if (draft && !(await isWriting(draft.groups))) {
      await rm(join(folder, name), { force: true }).catch(() => {});
    }
  }
}

const draftEnd = /^(?:(?<pid>\d+)-(?<birth>\w+)\.)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function isWriting({ pid, birth }: Record<string, string> = {}): Promise<boolean> {
  return pid !== undefined && (await birthOf(Number(pid))) === birth;
}

/**
 * Tells a process from a later one of its number: in a container the bot may have the same one after each start. Undefined for one that
 * has ended.
 */
async function birthOf(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return isRunning(pid) ? 'running' : undefined;
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // What stands behind the name of the program, which may hold anything, are its state and numbers (proc(5)).
  const [state = 'X', ...numbers] = status.slice(status.lastIndexOf(')') + 2).split(' ');
  return /^[XZ]?$/.test(state) ? undefined : numbers[18];
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
