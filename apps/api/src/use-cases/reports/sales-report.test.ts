import { salesGroups } from '@tradeline/db/stores';
import { businessDay } from '@tradeline/domain/calendar';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpClient, openShop, type Shop } from '../../testing/index.ts';
import { place } from '../../testing/place.ts';
import { buyerActor } from '../order/actor.ts';
import { runCommand } from '../order/run-command.ts';

type Report = {
  rows: { key: string | null; name: unknown; orders: number; units: number | null; net: number }[];
  sum: { orders: number; net: number };
  before: { from: string; to: string; orders: number; net: number };
};

let shop: Shop;
let today: string;
const totals: number[] = [];
let reader: ReturnType<typeof httpClient>;
beforeAll(async () => {
  shop = await openShop();
  const [one, two] = [
    await shop.addSku({ price: 50_000, north: 100 }),
    await shop.addSku({ price: 20_000, north: 100 }),
  ];
  const [first, second] = [await shop.addBuyer(), await shop.addBuyer()];
  const rep = await shop.addStaff('sales');
  await shop.raw`update companies set sales_rep_id = ${rep.id} where id = ${first.company.id}`;
  const order = async (buyer: typeof first, lines: { skuId: string; quantity: number }[]) => {
    const placed = await place(shop.deps, buyer, lines);
    if (!placed.ok) throw new Error(JSON.stringify(placed.error));
    return placed.value as { id: string; total: number };
  };
  totals.push((await order(first, [{ skuId: one.skuId, quantity: 3 }])).total);
  totals.push(
    (
      await order(first, [
        { skuId: one.skuId, quantity: 1 },
        { skuId: two.skuId, quantity: 5 },
      ])
    ).total,
  );
  totals.push((await order(second, [{ skuId: two.skuId, quantity: 7 }])).total);
  const gone = await order(second, [{ skuId: two.skuId, quantity: 9 }]);
  await runCommand(shop.deps, buyerActor(second, 'test'), {
    scope: { kind: 'all' },
    orderId: gone.id,
    command: { action: 'cancel', comment: 'test' },
  });
  today = businessDay(shop.deps.now(), 'Asia/Shanghai');
  reader = httpClient(shop, 'staff');
  await reader.signIn((await shop.addStaff('finance')).login);
});
afterAll(() => shop.close());

const ask = async (input: object, client = reader) => (await client.query('reports.sales', input)).data as Report;
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

test.each(salesGroups)('added up by %s it comes to what was placed; what was cancelled is not in it', async (group) => {
  const { rows, sum: all, before } = await ask({ from: today, to: today, group });
  expect(all).toEqual({ orders: 3, net: sum(totals) });
  expect(sum(rows.map(({ net }) => net))).toBe(sum(totals));
  expect(before).toMatchObject({ orders: 0, net: 0 });
  expect(before.to < today).toBe(true);
  if (group === 'customer') expect(rows.map(({ orders }) => orders).sort()).toEqual([1, 2]);
  if (group === 'product') expect(rows.map(({ units }) => units).sort()).toEqual([12, 4]);
});

test('a salesperson reads of the orders of his customers', async () => {
  const sales = httpClient(shop, 'staff');
  const [{ login }] = await shop.raw<[{ login: string }]>`select login from staff where role = 'sales' limit 1`;
  await sales.signIn(login);
  const { sum: own } = await ask({ from: today, to: today, group: 'customer' }, sales);
  expect(own).toEqual({ orders: 2, net: totals[0]! + totals[1]! });
});

test('a period that ends before it begins, or of many years, is refused by its field', async () => {
  for (const [from, to] of [
    ['2026-02-02', '2026-02-01'],
    ['2001-01-01', '2026-01-01'],
  ]) {
    const answer = await reader.query('reports.sales', { from, to, group: 'day' });
    expect(answer.status).toBe(400);
  }
});

test('of a warehouse nobody asks for sales', async () => {
  const picker = httpClient(shop, 'staff');
  await picker.signIn((await shop.addStaff('warehouse')).login);
  expect((await picker.query('reports.sales', { from: today, to: today, group: 'day' })).status).toBe(403);
});
