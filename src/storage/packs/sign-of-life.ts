import type { MessagePort } from 'node:worker_threads';

/** What a thread tells that still works. */
const busy = 'busy';

/** So many steps are done well within the time that a thread may be silent. */
const stepsPerWord = 100;

/** Tells, for a thread that still works, that it has come further; called after each step. */
export function createSignOfLife(port: MessagePort): () => void {
  let steps = 0;
  return () => {
    steps += 1;
    if (steps % stepsPerWord === 0) port.postMessage(busy);
  };
}

export function isSignOfLife(message: unknown): boolean {
  return message === busy;
}
