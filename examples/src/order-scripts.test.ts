import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const run = (script: string, ...args: string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [`src/${script}.ts`, ...args], {
    cwd: new URL('..', import.meta.url),
    encoding: 'utf8',
  });
  return { out: stdout.trimEnd().split('\n'), errors: stderr.trimEnd().split('\n'), status };
};
const allocate = (...args: string[]) =>
  run('allocate-stock', 'data/stock-order.csv', 'data/warehouse-stock.csv', ...args);

test('allocate-stock sends an order from one warehouse where one has all, and says why the others were passed over', () => {
  const { out, status } = allocate();
  expect(out).toEqual([
    'S-1 in 1 parcel',
    '  south sends 30 tea-250 of lot T2',
    '  south sends 12 cup-white',
    '  not north: would make more than 1 parcel',
    '  not west: being counted',
    'S-2 refused: stock-short 2 cup-white',
  ]);
  expect(status).toBe(1);
});

test('what one order took is gone for the next; a part may go when asked', () => {
  const { out, status } = allocate('--policy', 'nearest', '--partial');
  expect(out).toEqual([
    'S-1 in 2 parcels',
    '  north sends 24 tea-250 of lot T1',
    '  south sends 6 tea-250 of lot T2',
    '  north sends 12 cup-white',
    '  not west: being counted',
    'S-2 in 2 parcels',
    '  north sends 28 cup-white',
    '  south sends 60 cup-white',
    '  owed 2 cup-white',
    '  not west: being counted',
  ]);
  expect(status).toBe(0);
});

test('lots that would not keep are left on the shelf', () => {
  expect(allocate('--policy', 'expiry-first', '--partial', '--keeps-until', '2026-08-01').out.slice(0, 5)).toEqual([
    'S-1 in 1 parcel',
    '  north sends 24 tea-250 of lot T1',
    '  north sends 12 cup-white',
    '  owed 6 tea-250',
    '  not south: what it has comes from north',
  ]);
});

test('an unknown policy is answered with the usage', () => {
  const { errors, status } = allocate('--policy', 'cheapest');
  expect([errors[0], status]).toEqual(['usage: allocate-stock <order.csv> <stock.csv> [options]', 1]);
});

test('order-diagram prints the machines the product runs on', () => {
  const all = run('order-diagram');
  expect(all.out.filter((line) => line.startsWith('%%'))).toEqual([
    '%% approval',
    '%% fulfilment',
    '%% return',
    '%% payment',
  ]);
  expect(run('order-diagram', 'fulfilment').out).toContain('  shipped --> delivered: deliver');
  expect(run('order-diagram', 'return', '--table').out[0]).toBe('| from | action | who | to | asked first | then |');
  expect(run('order-diagram', 'refunds').status).toBe(1);
});
