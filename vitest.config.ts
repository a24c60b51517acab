import { defineConfig } from 'vitest/config';

/**
 * What the database's driver throws where nobody can catch it when the database goes away under it: the failure of its own
 * question to a new connection (decision 284).
 */
const isOfDriver = (error: object): boolean => {
  const told = (key: string): string => String(Reflect.get(error, key));
  return (
    /^(CONNECTION_CLOSED|CONNECTION_ENDED|ECONNRESET|57P0[123])$/.test(told('code')) &&
    told('query').includes('typarray')
  );
};

/** One run for every unit, property, integration and screen test; `e2e/` has its own runner (a real browser). */
export default defineConfig({
  test: {
    projects: ['packages/*/vitest.config.ts', 'apps/*/vitest.config.ts', '{tools,examples,bench}/vitest.config.ts'],
    onUnhandledError: (error) => (isOfDriver(error) ? false : undefined),
  },
});
