import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'api',
    include: ['src/**/*.test.ts'],
    globalSetup: ['../../packages/db/src/testing/global-setup.ts'],
    // Full counts, which `npx -y pnpm@12 run nightly` asks for.
    provide: { nightly: process.env.NIGHTLY === '1' },
    isolate: false,
    maxWorkers: 1,
    // Full counts take as long as they take, also on a machine that has other work.
    testTimeout: process.env.NIGHTLY === '1' ? 900_000 : 60_000,
    hookTimeout: 60_000,
  },
});
