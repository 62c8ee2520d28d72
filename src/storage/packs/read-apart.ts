import { Worker } from 'node:worker_threads';
import type { FailedReading } from '../../core/claims/pack-reading.ts';
import { isSignOfLife } from './sign-of-life.ts';
import { watchSilence } from './watch-silence.ts';

/** What a reading may take, so that files made to hang or to swell end it and nothing else. */
export interface ReadingBounds {
  /** What the thread may take of the processor from one word to the next; it tells when it is through with some files. */
  readonly withinMs?: number;
  readonly memoryMb?: number;
}

export interface ReadingThread<Reading> {
  /** The module that the thread runs. */
  readonly module: URL;
  /** The folder that it reads. */
  readonly dir: string;
  /** What else it is started with. */
  readonly data: object;
  /** One that runs the module already, and is told what to read. */
  readonly spare?: Worker | undefined;
  /** Takes what the thread tells of the reading. */
  readonly take: (message: unknown) => Reading;
  /** Whether a program may end before the thread that told this does; it may not unless given. */
  readonly mayBeLeft?: (message: unknown) => boolean;
}

/**
 * Reads packs in a thread of their own: meanwhile the bot answers from the set it has. Never rejects: a reading that falls
 * silent, or breaks, is a mistake of the folder's.
 */
export function readApart<Reading>(
  { module, dir, data, spare, take, mayBeLeft = () => false }: ReadingThread<Reading>,
  { withinMs = 60_000, ...bounds }: ReadingBounds,
): Promise<Reading | FailedReading> {
  return new Promise((resolve) => {
    const worker = spare ?? startReader(module, bounds, { dir, ...data });
    if (spare) {
      spare.ref();
      spare.postMessage({ dir, ...data });
    }
    const end = (reading: Reading | FailedReading): void => {
      silence.stop();
      resolve(reading);
      // Not waited for: a thread that hangs in the file system ends when that lets go of it.
      void worker.terminate();
    };
    const broken = (why: string): void => end({ ok: false, mistakes: [folderMistake(dir, why)] });
    const silence = watchSilence(worker, withinMs, () =>
      broken(`took longer than ${withinMs / 1000} s to read: look for what is slow in it`),
    );
    worker.on('message', (message) => {
      silence.heard();
      if (isSignOfLife(message)) return;
      // It may go on, to keep what it has read, and ends by itself; if it hangs there, it is ended as well.
      if (mayBeLeft(message)) {
        worker.unref();
        silence.unref();
      }
      resolve(take(message));
    });
    worker.once('error', (error) => broken(`could not be read (${messageOf(error)})`));
    worker.once('exit', () => broken('could not be read: the reading ended without a result'));
  });
}

/** @param data without any, it waits to be told */
export function startReader(
  module: URL,
  { memoryMb = memoryAtMost() }: Pick<ReadingBounds, 'memoryMb'> = {},
  data?: object,
): Worker {
  return new Worker(module, {
    ...(data && { workerData: data }),
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
}

/** In MB: packs of a hundred thousand claims fit, and the bot goes on where they don't. */
function memoryAtMost(): number {
  return Math.max(512, Math.floor(process.availableMemory() / 2 ** 20 / 2));
}

function folderMistake(dir: string, message: string) {
  return { file: dir, line: 1, column: 1, field: 'folder', message };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
