import type { Log } from '../../core/ports/log.ts';
import { StoreLostError } from '../../core/ports/store-lost-error.ts';
import { within } from '../../core/ports/within.ts';

/** A store that takes longer is as good as lost: an answer waits for it, and Slack gives up after 3 s. */
const operationTimeoutMs = 1000;

/** How long a lost store is left alone before the next try. */
const retryAfterMs = 2000;

/** Keeps the bot answering while its store is away: work falls back at once, and the log hears of it once. */
export interface StoreGuard {
  /** Never rejects: the result of the work, or `fallback` when the store fails, is too slow or was lost just now. */
  withFallback<T>(work: () => Promise<T>, fallback: T): Promise<T>;
  /**
   * For work that has no fallback. `timeoutMs` is for work that nobody's answer waits for.
   * @throws {StoreLostError} when the store fails, is too slow or was lost just now.
   */
  required<T>(work: () => Promise<T>, timeoutMs?: number): Promise<T>;
  /** From here on nothing is tried or logged: the store is being closed. */
  close(): void;
}

/** What work for which the store is needed comes to, or `fallback` while the store is lost. */
export async function unlessLost<T>(work: Promise<T>, fallback: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StoreLostError) return fallback;
    throw error;
  }
}

export function createStoreGuard(name: string, log: Log): StoreGuard {
  let lostUntil: number | undefined;

  function lose(error: unknown): void {
    if (lostUntil === Number.POSITIVE_INFINITY) return;
    if (lostUntil === undefined) {
      log.error({ store: name, err: error }, 'The state is out of reach: going on from memory');
    }
    lostUntil = performance.now() + retryAfterMs;
  }

  function regain(): void {
    if (lostUntil === Number.POSITIVE_INFINITY) return;
    if (lostUntil !== undefined) log.info({ store: name }, 'The state is back');
    lostUntil = undefined;
  }

  async function required<T>(work: () => Promise<T>, timeoutMs = operationTimeoutMs): Promise<T> {
    if (lostUntil !== undefined && performance.now() < lostUntil) {
      throw new StoreLostError(`The state in ${name} is out of reach`);
    }
    try {
      const result = await within(timeoutMs, work());
      regain();
      return result;
    } catch (error) {
      lose(error);
      throw new StoreLostError(`The state in ${name} is out of reach`, { cause: error });
    }
  }

  return {
    required,
    withFallback: (work, fallback) => required(work).catch(() => fallback),
    close() {
      lostUntil = Number.POSITIVE_INFINITY;
    },
  };
}
