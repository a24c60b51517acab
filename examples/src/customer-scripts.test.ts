import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { day, plusDays } from '@tradeline/domain/calendar';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = (script: string, ...args: string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [`src/${script}.ts`, ...args], {
    cwd: new URL('..', import.meta.url),
    encoding: 'utf8',
  });
  return { out: stdout, errors: stderr, status };
};

let folder = '';
const file = (name: string): string => join(folder, name);
const HEADER = 'order,customer,date,sku,quantity,amount';
/** Thirty cafés: each orders tea and its own cake every week, ten of them only until the middle of the year. */
const cafes = Array.from({ length: 30 }, (_, c) => `cafe${String(c).padStart(2, '0')}`).flatMap((id, c) =>
  Array.from({ length: c % 3 === 0 ? 20 : 45 }, (_, week) => {
    const head = `${id}-${week},${id},${plusDays(day('2026-01-05'), week * 7 + (c % 4))}`;
    return `${head},tea,12,120.00\n${head},cake${c % 5},6,90.50`;
  }),
);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tradeline-customers-'));
  writeFileSync(file('orders.csv'), [HEADER, ...cafes, ''].join('\n'));
  writeFileSync(
    file('dirty.csv'),
    [
      'Date,Order,Customer,SKU,Quantity,Amount',
      '2026-01-05 08:30,o1,c1,tea,12,120.005',
      '2026-01-05,o2,,tea,12,120.00',
      '05/01/2026,o3,c1,tea,12,120.00',
      '2026-02-30,o3,c1,tea,12,120.00',
      '2026-01-06,o4,c1,tea,a dozen,120.00',
      '2026-01-06,o4,c1,tea,12,¥120',
      '2026-01-06,o4,c1,tea,12,-120.00',
      '2026/1/7,o5,c1,tea,-12,-120.00',
      '2026-01-08,o6,c1,"tea, green",1,10',
      '2026-01-08,o6,c2,"tea, green",1,10',
    ].join('\n'),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

test('customers prints a row for each: who stopped is lost, who goes on is active with the day of the next order', () => {
  const { out, errors, status } = run('customers', file('orders.csv'));
  expect(status).toBe(0);
  const [header, ...rows] = out.trim().split('\n');
  const cells = rows.map((row) => Object.fromEntries(row.split(',').map((cell, at) => [header!.split(',')[at], cell])));
  expect(cells).toHaveLength(30);
  expect(cells[0]).toMatchObject({ customer: 'cafe00', stage: 'lost', churn: 'lost', usual_days: '7' });
  expect(cells[1]).toMatchObject({ stage: 'active', churn: 'none', next_order: '2026-11-17', next_error_days: '0.0' });
  expect(errors).toContain('2200 lines read, 2200 used');
});

test('customers judges its warnings on a past day', () => {
  const { out } = run('customers', file('orders.csv'), '--backtest', '90');
  expect(JSON.parse(out)).toMatchObject({ judged: 30, silent: 10, aucByRhythm: 1, aucByChance: 1 });
});

test('dirt is left out and counted by what is wrong and where; nothing is guessed', () => {
  const { errors, status } = run('customers', file('dirty.csv'));
  expect(status).toBe(0);
  for (const line of [
    '10 lines read, 4 used',
    'kept 1: amount rounded to two decimals (row 2)',
    'left out 1: no customer (row 3)',
    'left out 2: date is not year-month-day (row 4, 5)',
    'left out 1: quantity is not a whole number (row 6)',
    'left out 1: amount is not a decimal (row 7)',
    'left out 1: quantity and amount have opposite signs (row 8)',
    'kept 1: cancelled or returned (negative quantity) (row 9)',
    'kept 1: order already seen for another customer (row 11)',
  ])
    expect(errors).toContain(line);
});

test('recommend gives lists with reasons, and says how it would have done', () => {
  const { out, status } = run('recommend', file('orders.csv'), '--customer', 'cafe01', '--cart', 'tea');
  expect(status).toBe(0);
  expect(out).toMatch(/boughtTogether:\n {2}cake\d .* in \d+ of 1100 orders with tea/);
  expect(out).toMatch(/newForYou:\n {2}cake\d .* ordered by 6 of 30 customers/);
  const evaluation = run('recommend', file('orders.csv'), '--evaluate', '--k', '2');
  expect(evaluation.out).toMatch(/Last order of 30 customers/);
  expect(evaluation.out).toMatch(/^ {2}ours +1\.0000 {2}1\.0000$/m);
});

test('recommend lists rules of what goes together', () => {
  const { out } = run('recommend', file('orders.csv'), '--rules', '--limit', '1');
  expect(out.trim().split('\n')).toEqual([
    'if,then,orders,support,confidence,lift',
    expect.stringMatching(/^cake\d,tea,\d+,0\.\d{4},1\.000,1\.00$/),
  ]);
});

test('what cannot be used is said in one line', () => {
  expect(run('customers')).toMatchObject({ status: 1, errors: expect.stringContaining('usage:') });
  expect(run('customers', file('none.csv'))).toMatchObject({ status: 1, errors: expect.stringContaining('none.csv') });
  writeFileSync(file('other.csv'), 'order,date\n1,2026-01-01\n');
  expect(run('recommend', file('other.csv'), '--evaluate').errors).toContain(
    'no column customer, sku, quantity, amount',
  );
  expect(run('recommend', file('orders.csv'), '--customer', 'nobody').errors).toContain('no customer nobody');
});
