import { invariant } from '@tradeline/domain/kernel';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../ids.ts';
import { categories, products, skus, warehouses } from '../schema/index.ts';
import { testDatabase } from '../testing/index.ts';
import { type Movement, stockStore } from './stock.ts';
import { type StockSort, type StockState, stockSorts } from './stock-conditions.ts';
import { stockListStore } from './stock-lists.ts';
import { stockTotals } from './stock-totals.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
const [north, south] = [newId(), newId()];
const productId = newId();
let serial = 0;

beforeAll(async () => {
  database = await testDatabase(4);
  const { db } = database;
  await db.insert(warehouses).values([
    { id: north, code: 'N', name: { zh: '北' } },
    { id: south, code: 'S', name: { zh: '南' } },
  ]);
  const categoryId = newId();
  await db.insert(categories).values({ id: categoryId, slug: 'tea', name: { zh: '茶' } });
  await db.insert(products).values({ id: productId, number: 'P', name: { zh: '茶' }, categoryId });
});
afterAll(() => database.close());

const addSku = async (): Promise<string> => {
  const skuId = newId();
  serial += 1;
  const itemNumber = `T-${String(serial).padStart(4, '0')}`;
  await database.db.insert(skus).values({ id: skuId, productId, itemNumber, unit: { zh: '盒' } });
  return skuId;
};
const entry = (skuId: string, warehouseId: string, kind: Movement['kind'], quantity: number): Movement => ({
  ...{ skuId, warehouseId, kind, quantity, actor: 'test' },
  cause: { type: 'test', id: newId() },
});
const open = async (skuId: string, warehouseId: string, units: number) => {
  await stockStore.open(database.db, [{ skuId, warehouseId }]);
  invariant(await stockStore.move(database.db, [entry(skuId, warehouseId, 'receive', units)]), 'received');
};

/** Item numbers of all goods by a figure, page by page, from the list and from nothing but the balances. */
const listed = async (sort: StockSort, warehouseId?: string, state?: StockState): Promise<string[]> => {
  const found: string[] = [];
  for (let page = 1; ; page++) {
    const { rows, total } = await stockListStore.page(database.db, { warehouseId, state }, sort, { page, size: 7 });
    found.push(...rows.map(({ itemNumber }) => itemNumber));
    if (page * 7 < total) continue;
    expect(found).toHaveLength(total);
    return found;
  }
};
const plain = async (sort: StockSort, warehouseId: string | null, state?: StockState): Promise<string[]> => {
  const all = await database.raw<
    { n: string; available: number; held: number; short: number; low: boolean; out: boolean }[]
  >`
    select k.item_number as n, coalesce(sum(s.on_hand - s.reserved - s.allocated), 0)::int as available,
      coalesce(sum(s.on_hand), 0)::int as held, coalesce(max(s.safety - s.on_hand + s.reserved + s.allocated), 0)::int as short,
      coalesce(bool_or(s.on_hand - s.reserved - s.allocated < s.safety), false) as low,
      coalesce(bool_and(s.on_hand - s.reserved - s.allocated = 0), false) as out
    from skus k left join stock s on s.sku_id = k.id and (${warehouseId}::uuid is null or s.warehouse_id = ${warehouseId})
    where k.status = 'active' or exists (select from stock o where o.sku_id = k.id and o.on_hand + o.quarantine > 0) group by k.id`;
  const rows = all.filter((row) => (state === 'low' ? row.low : state === 'out' ? row.out : true));
  const figure = (row: (typeof rows)[number]): number =>
    sort === 'available' ? row.available : sort === 'on-hand' ? -row.held : sort === 'short' ? -row.short : 0;
  return rows.toSorted((a, b) => figure(a) - figure(b) || (a.n < b.n ? -1 : 1)).map(({ n }) => n);
};

const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constantFrom('receive', 'reserve', 'quarantine'),
      units: fc.nat(9),
      at: fc.boolean(),
      of: fc.nat(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constantFrom('safety', 'add', 'rename', 'withdraw', 'delete', 'refresh'),
      units: fc.nat(9),
      at: fc.boolean(),
      of: fc.nat(),
    }),
  },
);

test('a list in the order of a figure is that of the balances, whenever the kept figures were made', async () => {
  const goods = [await addSku(), await addSku(), await addSku()];
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
      for (const { what, units, at, of } of acts) {
        const skuId = goods[of % goods.length]!;
        const warehouseId = at ? north : south;
        if (what === 'receive') await open(skuId, warehouseId, units + 1);
        else if (what === 'reserve' || what === 'quarantine') {
          await database.db
            .transaction(async (tx) => {
              if (!(await stockStore.move(tx, [entry(skuId, warehouseId, what, units + 1)]))) tx.rollback();
            })
            .catch(() => {});
        } else if (what === 'safety')
          await database.raw`update stock set safety = ${units} where sku_id = ${skuId} and warehouse_id = ${warehouseId}`;
        else if (what === 'add') goods.push(await addSku());
        else if (what === 'withdraw') await database.raw`update skus set status = 'withdrawn' where id = ${skuId}`;
        else if (what === 'delete') {
          // Goods that were never anywhere may be deleted.
          const fresh = await addSku();
          if (at) await stockTotals.refresh(database.db);
          await database.raw`delete from skus where id = ${fresh}`;
        } else if (what === 'rename') {
          serial += 1;
          await database.raw`update skus set item_number = ${`A-${String(serial).padStart(4, '0')}`} where id = ${skuId}`;
        } else expect(await stockTotals.refresh(database.db)).toBe(true);
      }
      for (const sort of stockSorts)
        for (const place of [undefined, north])
          for (const state of [undefined, 'low', 'out'] as const)
            expect(await listed(sort, place, state)).toEqual(await plain(sort, place ?? null, state));
      const { low, out } = await stockListStore.counts(database.db, north);
      expect([low, out]).toEqual([
        (await plain('number', north, 'low')).length,
        (await plain('number', north, 'out')).length,
      ]);
    }),
    { numRuns: 12 },
  );
});

test('an entry that is numbered but not committed when figures are kept is not lost to them', async () => {
  const skuId = await addSku();
  await open(skuId, north, 5);
  await stockTotals.refresh(database.db);
  let finish = (): void => {};
  const asked = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let moved = (): void => {};
  const written = new Promise<void>((resolve) => {
    moved = resolve;
  });
  const slow = database.db.transaction(async (tx) => {
    await stockStore.move(tx, [entry(skuId, north, 'receive', 900_000)]);
    moved();
    await asked;
  });
  await written;
  // Somebody who came later is done already; the figures wait for who came before.
  await open(await addSku(), north, 1);
  expect(await stockTotals.refresh(database.db, 100)).toBe(false);
  finish();
  await slow;
  expect(await stockTotals.refresh(database.db)).toBe(true);
  expect((await listed('on-hand'))[0]).toBe((await plain('on-hand', null))[0]);
  const [kept] =
    await database.raw`select by_on_hand::int as n from stock_totals where sku_id = ${skuId} and scope = ${north}`;
  expect(kept?.n).toBe(-900_005);
});
