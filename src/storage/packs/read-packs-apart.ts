import { Worker } from 'node:worker_threads';
import type { Day } from '../../core/claims/calendar.ts';
import type { HeldReading, PackReading } from '../../core/claims/pack-reading.ts';

/** What a reading may take, so that files made to hang or to swell end it and nothing else. */
export interface ReadingBounds {
  readonly withinMs?: number;
  readonly memoryMb?: number;
}

interface HeldBounds extends ReadingBounds {
  /** Fingerprints of packs that need not be read again. */
  readonly held: readonly string[];
}

/**
 * Reads and validates all packs in a thread of their own: meanwhile the bot answers from the set it has. Never rejects: a
 * reading that does not end in time, or breaks, is a mistake of the folder's.
 */
export function readPacksApart(
  dir: string,
  today: Day,
  bounds?: ReadingBounds,
): Promise<PackReading>;
export function readPacksApart(
  dir: string,
  today: Day,
  bounds: HeldBounds,
): Promise<PackReading | HeldReading>;
export function readPacksApart(
  dir: string,
  today: Day,
  { withinMs = 60_000, memoryMb = 512, held = [] }: Partial<HeldBounds> = {},
): Promise<PackReading | HeldReading> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./pack-worker.ts', import.meta.url), {
      workerData: { dir, today, held },
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    const end = (reading: PackReading | HeldReading): void => {
      clearTimeout(timer);
      resolve(reading);
      // Not waited for: a thread that hangs in the file system ends when that lets go of it.
      void worker.terminate();
    };
    const broken = (why: string): void => end({ ok: false, mistakes: [folderMistake(dir, why)] });
    const timer = setTimeout(
      () => broken(`took longer than ${withinMs / 1000} s to read: look for what is slow in it`),
      withinMs,
    );
    worker.once('message', end);
    worker.once('error', (error) => broken(`could not be read (${messageOf(error)})`));
    worker.once('exit', () => broken('could not be read: the reading ended without a result'));
  });
}

function folderMistake(dir: string, message: string) {
  return { file: dir, line: 1, column: 1, field: 'folder', message };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
