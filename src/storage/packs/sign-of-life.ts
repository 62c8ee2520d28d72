import type { MessagePort } from 'node:worker_threads';

/** What a thread tells that still works. */
const busy = 'busy';

/** So many steps are done well within the time that a thread may be silent. */
const stepsPerLook = 100;

/** Much shorter than the time that a thread may be silent: a word for every look took a twelfth of a reload. */
const betweenWordsMs = 20;

/** Tells, for a thread that still works, that it has come further; called after each step. */
export function createSignOfLife(port: MessagePort): () => void {
  let steps = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  return () => {
    steps += 1;
    if (steps % stepsPerLook !== 0) return;
    const now = performance.now();
    if (now - toldAt < betweenWordsMs) return;
    toldAt = now;
    port.postMessage(busy);
  };
}

export function isSignOfLife(message: unknown): boolean {
  return message === busy;
}
