import type { Worker } from 'node:worker_threads';

/** How long a thread may be silent that waits for the processor or the disk, against one that works. */
const patience = 5;

export interface SilenceWatch {
  /** The thread has told something. */
  heard(): void;
  stop(): void;
  /** A program that has nothing else to do need not watch. */
  unref(): void;
}

/**
 * Watches a thread that reports its progress now and then. What counts is how much it works in between: that a machine is
 * busy with other things is not the thread's fault.
 * @param withinMs how much of the processor it may take in silence; it may be silent for five times as long
 * @param onHung called once
 */
export function watchSilence(worker: Worker, withinMs: number, onHung: () => void): SilenceWatch {
  let lastHeardAt = performance.now();
  let workedMs = 0;
  /** What it had worked when it was last heard; undefined until that is looked up. */
  let workedThenMs: number | undefined = 0;
  const look = (): void => {
    const silentMs = performance.now() - lastHeardAt;
    const worksMs = workedThenMs === undefined ? 0 : workedMs - workedThenMs;
    if (worksMs < withinMs && silentMs < withinMs * patience) return;
    clearInterval(timer);
    onHung();
  };
  const timer = setInterval(
    () => {
      look();
      worker.cpuUsage().then(
        ({ user, system }) => {
          workedMs = (user + system) / 1000;
          workedThenMs ??= workedMs;
        },
        // It has ended.
        () => {},
      );
    },
    Math.ceil(withinMs / 4),
  );
  return {
    heard() {
      lastHeardAt = performance.now();
      workedThenMs = undefined;
    },
    stop: () => clearInterval(timer),
    unref: () => timer.unref(),
  };
}
