import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'buyer',
    environment: 'jsdom',
    // React, router and words are read once a worker, not once a file: half of the time went there.
    isolate: false,
    include: ['src/**/*.test.{ts,tsx}'],
    globalSetup: ['../../packages/db/src/testing/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
