import type { Log } from '../ports/log.ts';
import type { OutboxWorker } from './outbox-worker.ts';

/** All that the bot says unasked: it is looked for, put into the outbox, and sent. */
export interface Outgoing {
  /** Looks and sends once. Never rejects; a call while it is at it does nothing. */
  work(): Promise<void>;
  /** Resolves when what was begun has ended; nothing is begun after that. */
  stop(): Promise<void>;
}

export interface OutgoingParts {
  /** Each puts into the outbox what it finds to be said. */
  readonly finders: readonly (() => Promise<void>)[];
  readonly worker: OutboxWorker;
  readonly log: Log;
}

export function createOutgoing({ finders, worker, log }: OutgoingParts): Outgoing {
  let running: Promise<void> | undefined;
  let isStopped = false;

  async function run(): Promise<void> {
    for (const find of finders) {
      if (isStopped) return;
      await find().catch((error: unknown) => {
        log.error({ err: error }, 'What is to be said unasked could not be told');
      });
    }
    await worker.work();
  }

  return {
    async work() {
      if (isStopped) return;
      running ??= run().finally(() => {
        running = undefined;
      });
      await running;
    },
    async stop() {
      isStopped = true;
      await worker.stop();
      await running;
    },
  };
}
