import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { impuritiesOf } from './purity.ts';

const source = fileURLToPath(new URL('../../../packages/domain/src', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('testing/'),
);

test('nothing in the domain depends on more than its arguments', () => {
  const found = files.flatMap((file) =>
    impuritiesOf(file, readFileSync(join(source, file), 'utf8')).map(({ line, what }) => `${file}:${line} ${what}`),
  );
  expect(found).toEqual([]);
  expect(files.length).toBeGreaterThan(50);
});

test.each([
  ['const at = Date.now();', 'reads the clock'],
  ['const at = new Date();', 'reads the clock'],
  ['const at = Date();', 'reads the clock'],
  ['const t = performance.now();', 'reads the clock'],
  ['const n = Math.random();', 'asks chance'],
  ['const id = crypto.randomUUID();', 'asks chance'],
  ['new Intl.NumberFormat();', 'depends on the host’s language tables'],
  ['amount.toLocaleString();', 'depends on the host’s language tables'],
  ['names.sort((a, b) => a.localeCompare(b));', 'depends on the host’s language tables'],
  ['const one = name.normalize(form);', 'depends on the host’s language tables'],
  ["throw new Error('no');", 'throws'],
  ['console.log(1);', 'reaches for the host'],
  ['const home = process.env.HOME;', 'reaches for the host'],
  ['const x = `$' + '{Math.random()}`;', 'asks chance'],
  ['const load = async () => 1;', 'waits'],
  ["import { readFileSync } from 'node:fs';", 'imports what is not its own'],
  ["import { z } from 'zod';", 'imports what is not its own'],
  ["const lazy = import('./money.ts');", 'imports what is not its own'],
] as const)('a planted %j is found', (planted, what) => {
  const found = impuritiesOf('pricing/planted.ts', `/** Never throws, says Date.now(). */\n${planted}\n`);
  expect(found).toEqual([{ line: 2, what }]);
});

test('words in comments and texts are not code, and the invariant may throw', () => {
  expect(
    impuritiesOf(
      'a.ts',
      "// throw Math.random()\nconst reason = 'throw away at Date.now()';\nconst at = new Date(millis);\nconst one = name.normalize('NFKC');",
    ),
  ).toEqual([]);
  expect(impuritiesOf('kernel/invariant.ts', 'throw new Error(message);')).toEqual([]);
});
