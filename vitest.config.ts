import { defineConfig } from 'vitest/config';

/** One run for every unit, property, integration and screen test; `e2e/` has its own runner (a real browser). */
export default defineConfig({
  test: {
    projects: ['packages/*/vitest.config.ts', 'apps/*/vitest.config.ts', '{tools,examples,bench}/vitest.config.ts'],
  },
});
