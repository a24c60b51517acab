import { randomUUID } from 'node:crypto';
import { stockAlertStore, stockStore, turnoverStore, warehouseStore } from '@tradeline/db/stores';
import { fromMillis } from '@tradeline/domain/kernel';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../../testing/index.ts';
import type { Staff } from '../../trpc/context.ts';
import { saveBin, saveWarehouse } from './edit-warehouse.ts';
import { setSafety, snoozeAlert, suggestSafety } from './set-levels.ts';
import { turnoverRows } from './turnover-rows.ts';

let shop: Shop;
let planner: Staff;
const by = () => ({ staff: planner, requestId: randomUUID() });
beforeAll(async () => {
  shop = await openShop();
  planner = await shop.addStaff('administrator');
});
afterEach(async () => expect(await shop.broken()).toEqual({}));
afterAll(() => shop.close());

const alertsOf = async (skuId: string, view?: 'snoozed') => {
  const { rows, counts } = await stockAlertStore.page(shop.db, view, undefined, 7, { page: 1, size: 100 });
  return { own: rows.filter((row) => row.skuId === skuId), counts };
};
/** Units that left a warehouse some days ago, as the ledger of a year would have them. */
const sold = (skuId: string, units: number, daysAgo: number) =>
  shop.raw.begin(async (tx) => {
    await tx`insert into stock_entries (sku_id, warehouse_id, kind, on_hand, cause_type, cause_id, actor, at)
      values (${skuId}, ${shop.warehouses.north}, 'ship', ${-units}, 'test', ${randomUUID()}, 'test', now() - ${`${daysAgo} days`}::interval)`;
    await tx`update stock set on_hand = on_hand - ${units} where sku_id = ${skuId} and warehouse_id = ${shop.warehouses.north}`;
  });

test('a level that is set raises an alert, which can be put off and brought back; all of it is audited', async () => {
  const { skuId } = await shop.addSku({ north: 5 });
  const warehouseId = shop.warehouses.north;
  expect((await alertsOf(skuId)).own).toEqual([]);
  expect(await setSafety(shop.deps, by(), skuId, [{ warehouseId, safety: 8 }])).toMatchObject({ ok: true });
  expect((await alertsOf(skuId)).own).toMatchObject([{ kind: 'low', available: 5, safety: 8 }]);
  await snoozeAlert(shop.deps, by(), { skuId, warehouseId, days: 7, reason: '' });
  expect((await alertsOf(skuId)).own).toEqual([]);
  const { own, counts } = await alertsOf(skuId, 'snoozed');
  expect(own).toMatchObject([{ kind: 'low', snoozedBy: planner.name }]);
  expect(counts.snoozed).toBe(1);
  await snoozeAlert(shop.deps, by(), { skuId, warehouseId, days: 0, reason: '' });
  expect((await alertsOf(skuId)).own.length).toBe(1);
  const audited = await shop.raw`select action, before, after from audit_log where subject_id = ${skuId} order by seq`;
  expect(audited.map(({ action }) => action)).toEqual(['stock.set-levels', 'stock.alert-snooze', 'stock.alert-wake']);
  expect(audited[0]?.before).toEqual([{ warehouseId, safety: 0 }]);
});

test('turnover is reckoned from the ledger; what nobody bought is found, and what runs out soon is told', async () => {
  const [moving, resting] = [(await shop.addSku({ north: 400 })).skuId, (await shop.addSku({ north: 9 })).skuId];
  await shop.raw`update skus set cost = 100 where id in (${moving}, ${resting})`;
  for (const days of [5, 35, 65]) await sold(moving, 130, days);
  const year = await turnoverStore.year(shop.db);
  const now = fromMillis(Date.now() + 100 * 86_400_000);
  const rows = turnoverRows(year, now, 90);
  expect(rows.find((row) => row.skuId === moving)).toMatchObject({
    abc: 'A',
    shipped90: 390,
    onHand: 10,
    value: 1_000,
  });
  expect(rows.find((row) => row.skuId === resting)).toMatchObject({ abc: 'C', deadSince: expect.any(String) });
  await turnoverStore.replace(shop.db, rows);
  expect((await alertsOf(moving)).own).toMatchObject([{ kind: 'out' }, { kind: 'cover', coverDays: 2 }].slice(-2));
  const dead = await turnoverStore.page(shop.db, 'dead', undefined, 'dead', { page: 1, size: 50 });
  expect(dead.rows.map((row) => row.skuId)).toContain(resting);
});

test('what sells evenly needs little in reserve, what swings needs more', async () => {
  const [even, wild] = [(await shop.addSku({ north: 1_000 })).skuId, (await shop.addSku({ north: 1_000 })).skuId];
  for (let week = 0; week < 26; week++) {
    await sold(even, 10, week * 7 + 3);
    if (week % 13 === 0) await sold(wild, 130, week * 7 + 3);
  }
  const unitsOf = async (skuId: string) =>
    (await suggestSafety(shop.deps, { skuId, leadDays: 14 })).find(
      ({ warehouseId }) => warehouseId === shop.warehouses.north,
    )!;
  expect(await unitsOf(even)).toMatchObject({ weekly: 10, deviation: 0, units: 0 });
  expect((await unitsOf(wild)).units).toBeGreaterThan(50);
});

test('a warehouse is closed only when it is empty, and neither codes nor bins are there twice', async () => {
  const { skuId } = await shop.addSku({ south: 3 });
  const south = await warehouseStore.find(shop.db, shop.warehouses.south);
  const { id: _, ...fields } = south!;
  expect(await saveWarehouse(shop.deps, by(), shop.warehouses.south, { ...fields, active: false })).toMatchObject({
    error: { kind: 'warehouse-not-empty' },
  });
  expect(await saveWarehouse(shop.deps, by(), undefined, { ...fields, code: 'N' })).toMatchObject({
    error: { kind: 'warehouse-code-taken', code: 'N' },
  });
  const opened = await saveWarehouse(shop.deps, by(), undefined, { ...fields, code: 'E' });
  if (!opened.ok) throw new Error('not opened');
  const bin = (code: string) => saveBin(shop.deps, by(), opened.value.id, { zone: 'A', code, skuIds: [skuId] });
  expect(await bin('A-01')).toMatchObject({ ok: true });
  expect(await bin('A-01')).toMatchObject({ error: { kind: 'bin-code-taken' } });
  expect(await saveWarehouse(shop.deps, by(), opened.value.id, { ...fields, code: 'E', active: false })).toMatchObject({
    ok: true,
  });
  expect((await stockStore.warehouses(shop.db)).map(({ code }) => code)).toEqual(['N', 'S']);
});
