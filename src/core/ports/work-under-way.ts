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
      const { promise: graceOver, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, graceMs);
      await Promise.race([Promise.allSettled(open), graceOver]);
      clearTimeout(timer);
      return open.size;
    },
  };
}
