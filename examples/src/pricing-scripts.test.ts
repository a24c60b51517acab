import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const run = (script: string, ...args: string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [`src/${script}.ts`, ...args], {
    cwd: new URL('..', import.meta.url),
    encoding: 'utf8',
  });
  return { out: stdout.trimEnd().split('\n'), errors: stderr.trimEnd().split('\n'), status };
};

test('quote-orders prices what can be ordered and refuses the rest by row', () => {
  const { out, errors, status } = run(
    'quote-orders',
    'data/quote-lines.csv',
    '--prices',
    'data/prices.csv',
    '--promotions',
    'data/promotions.json',
    '--at',
    '2026-03-06T06:30:00Z',
  );
  expect(out[1]).toBe(
    'A-1001,tea-250,24,18.5,444.00,65.18,378.82,335.24,43.58,"base price of base, not 17.25 (below-minimum-quantity); -44.40 drinks-10; -20.78 spring-400"',
  );
  expect(out).toHaveLength(4);
  expect(errors).toEqual([
    'data/quote-lines.csv row 6: quantity "x" is not a whole number',
    'order A-1002, row 5: 30 of tea-250: not-a-multiple; nearest 24 or 36',
  ]);
  expect(status).toBe(1);
});

test('replay-promotion reports what a draft would have done to past orders', () => {
  const { out, status } = run('replay-promotion', 'data/past-orders.csv', 'data/draft-promotion.json', '--tax', '13');
  expect(out).toEqual([
    'draft draft-100-less-15: 1 of 2 orders touched, demand held fixed',
    'discount given 30.00',
    'revenue without tax 252.21 to 225.67',
    'margin of goods with a known cost 52.21 to 25.67',
    'customer acme gains 30.00',
  ]);
  expect(status).toBe(0);
});

test('analyse-promotions finds what is wrong before it is published, with a smallest basket', () => {
  const { out, status } = run(
    'analyse-promotions',
    'data/promotions.json',
    'data/goods.csv',
    '--at',
    '2026-03-06T06:30:00Z',
  );
  expect(out).toContain('spring-400 meets the floor price: 48 × tea-250 gets 4.80 less than promised');
  expect(out).toContain('more costs less: 80 × cup-white is 399.99, 81 × cup-white is 374.99');
  expect(out.at(-1)).toMatch(/^\d+ findings$/);
  expect(status).toBe(1);
});

test('a file that cannot be used is refused with the reason', () => {
  expect(run('analyse-promotions', 'data/goods.csv', 'data/goods.csv').errors[0]).toMatch(/^data\/goods.csv: /);
});
