import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildDomainPackage } from './build.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const work = mkdtempSync(join(tmpdir(), 'tradeline-domain-'));
const built = join(work, 'built');
const empty = join(work, 'elsewhere');

beforeAll(() => {
  buildDomainPackage(built);
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--offline', '--pack-destination', work], { cwd: built, encoding: 'utf8' }),
  ) as { filename: string }[];
  const installed = join(empty, 'node_modules/@tradeline/domain');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(work, packed!.filename), '-C', installed, '--strip-components=1']);
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

const SCRIPT = `
import { quote, refundUnits } from '@tradeline/domain/order';
import { analysePromotions } from '@tradeline/domain/promotion/analyse';
import { unitPriceE4 } from '@tradeline/domain/money';
import { id, instant, type PriceListId, type SkuId } from '@tradeline/domain/kernel';

const tea = id<SkuId>('tea');
const priced = quote({
  now: instant('2026-03-06T06:30:00.000Z'),
  lines: [{ id: 'l1', skuId: tea, quantity: 24, taxRate: '13' }],
  prices: [{ skuId: tea, listId: id<PriceListId>('base'), kind: 'base', amountE4: unitPriceE4(185_000) }],
  tax: { pricesIncludeTax: true },
});
const shown = [priced.ok ? priced.value.totals.payable : priced.error, typeof refundUnits, analysePromotions.name];
`;

test('the packed package runs with plain node in an empty folder outside the workspace', () => {
  writeFileSync(
    join(empty, 'use.mjs'),
    `${SCRIPT.replaceAll(', type PriceListId, type SkuId', '').replaceAll(/<\w+>/g, '')}console.log(...shown);`,
  );
  expect(execFileSync(process.execPath, ['use.mjs'], { cwd: empty, encoding: 'utf8' })).toBe(
    '44400 function analysePromotions\n',
  );
});

test('its types hold for a consumer that checks libraries and has no settings of ours', () => {
  writeFileSync(join(empty, 'use.mts'), `${SCRIPT}export { shown };`);
  const tsc = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url));
  const options = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2024',
    '--skipLibCheck',
    'false',
    '--checkers',
    '1',
  ];
  expect(execFileSync(process.execPath, [tsc, ...options, 'use.mts'], { cwd: empty, encoding: 'utf8' })).toBe('');
});

test('it has no dependencies, no tests and no test helpers inside', () => {
  const files = readdirSync(join(empty, 'node_modules/@tradeline/domain'), { recursive: true, encoding: 'utf8' });
  expect(files.filter((file) => /(^|\/)testing\/|\.test\.|node_modules/.test(file))).toEqual([]);
});

const gzipped = async (source: string): Promise<number> => {
  writeFileSync(join(empty, 'entry.mjs'), source);
  const bundle = await rolldown({ input: join(empty, 'entry.mjs'), logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  return gzipSync(output[0].code, { level: 9 }).length;
};

test('pricing and promotions add at most 30 kB to a browser bundle, gzipped', async () => {
  const size = await gzipped("export { quote } from '@tradeline/domain/order';");
  expect(size).toBeGreaterThan(5_000);
  expect(size).toBeLessThanOrEqual(30 * 1024);
});

test('the laboratory stays out of a bundle that only quotes', async () => {
  const [quotes, all] = [
    await gzipped("export { quote } from '@tradeline/domain/order';"),
    await gzipped(
      "export { quote } from '@tradeline/domain/order'; export * from '@tradeline/domain/promotion/analyse'; export * from '@tradeline/domain/promotion/advise'; export * from '@tradeline/domain/promotion/replay';",
    ),
  ];
  expect(all).toBeGreaterThan(quotes + 2_000);
});
