import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Adapters run real SDKs against loopback servers on two shared cores: patience, not speed.
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
