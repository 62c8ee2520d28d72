/** The answers being made, so that stopping can wait for them. */
export interface WorkUnderWay {
  track(work: Promise<void>): Promise<void>;
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>;
}

export function createWorkUnderWay(): WorkUnderWay {
  const running = new Set<Promise<void>>();
  return {
    async track(work) {
      running.add(work);
      try {
        await work;
      } finally {
        running.delete(work);
      }
    },
    async settled() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
