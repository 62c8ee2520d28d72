import { watch } from 'node:fs';

/** An editor writes a file in several steps, and a checkout many files. */
const quietForMs = 300;

export interface Watch {
  close(): void;
}

/**
 * Calls `onChange` once files under a folder have changed and then been left alone for a moment; what changes meanwhile is
 * a change of its own, so that no two calls run at once. Links are not followed. `onChange` must not reject.
 */
export function watchPacks(
  dir: string,
  onChange: () => Promise<void>,
  onError: (error: Error) => void,
): Watch {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const watcher = watch(dir, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(onChange);
    }, quietForMs);
  });
  watcher.on('error', onError);
  return {
    close() {
      clearTimeout(timer);
      watcher.close();
    },
  };
}
