import { execFileSync } from 'node:child_process';
import { fetchPacks } from '../../../src/storage/fetched-packs/fetch-packs.ts';
import { readPacks } from '../../../src/storage/packs/pack-reader.ts';
import { onLoopback } from '../../support/network/stand-in-rules.ts';
import { today } from '../packs/edited-packs.ts';

export const reading = (held: readonly string[]) => (dir: string) =>
  readPacks(dir, today, { held });
export const bounds = { rules: onLoopback, searchPath: process.env.PATH, read: reading([]) };

export function tarOf(folder: string, ...args: readonly string[]): Buffer {
  return execFileSync('tar', ['-cz', ...args, '-C', folder, '.']);
}

/** What a reading comes to, in a line or a few. */
export async function outcome(reading: ReturnType<typeof fetchPacks>): Promise<string> {
  const found = await reading;
  if (!found.ok) return found.mistakes.map(({ file, message }) => `${file} ${message}`).join('\n');
  if ('held' in found) return 'held';
  return found.packs.map(({ name, claims }) => `${name}: ${claims.length}`).join('\n');
}

export function fromArchive(url: string, folder?: string, more: Partial<typeof bounds> = {}) {
  const address = { kind: 'archive', url, ref: undefined, folder } as const;
  return outcome(fetchPacks(address, { ...bounds, ...more }));
}

/** Each reading starts a thread, which takes its time on a busy machine. */
export const timeout = 60_000;
