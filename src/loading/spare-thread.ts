import type { Worker } from 'node:worker_threads';

/** A thread that has loaded its module and waits for what to do, so that who needs one need not wait for that. */
export interface SpareThread {
  /** Undefined where there is none yet, or none any more. */
  take(): Worker | undefined;
  /** Has one made, in a while, unless there is one. */
  prepare(): void;
}

/** @param afterMs so that a program which soon ends makes none, and nobody who asks something meanwhile waits for it */
export function createSpareThread(start: () => Worker, afterMs: number): SpareThread {
  let spare: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  const make = (): void => {
    timer = undefined;
    const made = start();
    spare = made;
    // No program goes on for its sake.
    made.unref();
    const forget = (): void => {
      if (spare === made) spare = undefined;
    };
    made.once('error', forget);
    made.once('exit', forget);
  };
  return {
    take() {
      clearTimeout(timer);
      timer = undefined;
      const taken = spare;
      spare = undefined;
      return taken;
    },
    prepare() {
      if (spare || timer) return;
      timer = setTimeout(make, afterMs).unref();
    },
  };
}
