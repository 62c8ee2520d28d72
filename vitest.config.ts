import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Files share a worker, and so what they import: loading discord.js and Bolt anew took longer than the tests do. A
    // test ends what it starts and puts back what it changes.
    pool: 'threads',
    isolate: false,
    // Vitest would leave a core free for itself, and half of the time is waiting for servers and programs.
    maxWorkers: availableParallelism(),
    // Adapters run real SDKs against loopback servers on two shared cores: patience, not speed.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
