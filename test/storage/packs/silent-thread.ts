import { parentPort, workerData } from 'node:worker_threads';

/** A thread that says nothing for a while, working or waiting, and then gives a reading; one that is told nothing works on. */
const { works, forMs } = (workerData ?? { works: true, forMs: 600_000 }) as {
  readonly works: boolean;
  readonly forMs: number;
};

if (works) {
  const began = process.threadCpuUsage();
  for (let usedMs = 0; usedMs < forMs; ) {
    const { user, system } = process.threadCpuUsage(began);
    usedMs = (user + system) / 1000;
  }
} else {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, forMs);
}
parentPort?.postMessage('read');
