import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../product/index.ts';
import { environmentReaders } from './environment.ts';

test('only the env file of the server, tools and configuration read the environment', () => {
  const files: Record<string, string> = {};
  for (const house of ['apps', 'packages', 'tools', 'e2e'])
    for (const path of readdirSync(join(root, house), { recursive: true, encoding: 'utf8' }))
      if (/\.tsx?$/.test(path) && !/(^|\/)(node_modules|dist|paraglide)\//.test(path))
        files[`${house}/${path}`] = readFileSync(join(root, house, path), 'utf8');
  expect(Object.keys(files).length).toBeGreaterThan(100);
  expect(environmentReaders(files)).toEqual([]);
});

test.each([
  'const url = process.env.DATABASE_URL;',
  'const { HOME } = process\n  .env;',
  "import { env } from 'node:process';",
])('a planted reader is found: %s', (code) => {
  expect(environmentReaders({ 'packages/db/src/planted.ts': code })).toEqual(['packages/db/src/planted.ts']);
});
