import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testDatabase } from '@tradeline/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';

const program = fileURLToPath(new URL('../import.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tradeline-import-'));
let database: Awaited<ReturnType<typeof testDatabase>>;

beforeAll(async () => {
  database = await testDatabase(2);
  writeFileSync(join(folder, 'regions.csv'), 'RegionID,RegionDescription\n');
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

const run = (args: string[], url = database.url): Promise<{ code: number | null; text: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, DATABASE_URL: url } });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
    child.on('close', (code) => resolve({ code, text }));
  });

test('told nothing, or something it does not know, it says what it can be told', async () => {
  const asked = [
    ['southwind', folder],
    ['northwind', folder, '--force'],
  ];
  for (const { code, text } of await Promise.all(asked.map((args) => run(args)))) {
    expect(code).toBe(2);
    expect(text).toContain('profiles: northwind, mall-cn');
  }
});

test('a folder without the files is refused with each missing file', async () => {
  const { code, text } = await run(['northwind', folder]);
  expect(code).toBe(1);
  expect(text).toContain('orders.csv is missing');
  expect(text).not.toContain('regions.csv is missing');
  expect(text).toContain('Nothing was imported');
});

test('a database that does not answer is one sentence, not a stack', async () => {
  const { code, text } = await run(['northwind', folder], 'postgres://nobody:x@127.0.0.1:1/none');
  expect(code).toBe(1);
  expect(text).toContain('No PostgreSQL answers at 127.0.0.1:1');
  expect(text).not.toContain('    at ');
});
