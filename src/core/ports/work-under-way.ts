import { within } from './within.ts';

/** Work that was begun and has not ended, so that a stop can wait for it. */
export interface WorkUnderWay {
  add(work: Promise<void>): void;
  /** Resolves when nothing is left, or after `graceMs`; says how many are left. */
  settle(graceMs: number): Promise<number>;
}

export function createWorkUnderWay(): WorkUnderWay {
  const open = new Set<Promise<void>>();
  return {
    add(work) {
      const tracked = work.finally(() => open.delete(tracked));
      open.add(tracked);
    },
    async settle(graceMs) {
      await within(graceMs, Promise.allSettled(open)).catch(() => {});
      return open.size;
    },
  };
}
