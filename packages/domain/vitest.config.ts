import { defineConfig } from 'vitest/config';

// Nothing here has a state that another file could meet: a worker serves many files.
export default defineConfig({ test: { name: 'domain', include: ['src/**/*.test.ts'], isolate: false } });
