import {
  type Balance,
  type Balances,
  balanceAt,
  book,
  replay,
  type StockEntry,
  type StockKind,
  stockKinds,
} from '@tradeline/domain/inventory';
import { err, invariant, ok } from '@tradeline/domain/kernel';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../ids.ts';
import { categories, products, skus, warehouses } from '../schema/index.ts';
import { testDatabase } from '../testing/index.ts';
import { transact } from '../transact.ts';
import { type Movement, stockStore } from './stock.ts';
import { stockLedgerStore } from './stock-ledger.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
const [north, south] = [newId(), newId()];
const productId = newId();

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

const openSku = async (): Promise<string> => {
  const skuId = newId();
  await database.db.insert(skus).values({ id: skuId, productId, itemNumber: skuId, unit: { zh: '盒' } });
  const keys = [north, south].map((warehouseId) => ({ skuId, warehouseId }));
  await stockStore.open(database.db, keys);
  return skuId;
};

const wish = fc.record({
  kind: fc.oneof(fc.constant<StockKind>('receive'), fc.constantFrom(...stockKinds)),
  atNorth: fc.boolean(),
  units: fc.integer({ min: 1, max: 6 }),
  sign: fc.constantFrom(1, -1),
  condition: fc.constantFrom('good' as const, 'damaged' as const),
});

const entryOf = (skuId: string, index: number, from: typeof wish extends fc.Arbitrary<infer W> ? W : never) => ({
  id: String(index),
  skuId,
  warehouseId: from.atNorth ? north : south,
  counterpart: from.atNorth ? south : north,
  kind: from.kind,
  quantity: from.kind === 'adjust' || from.kind === 'count' ? from.sign * from.units : from.units,
  condition: from.condition,
  cause: { type: 'test', id: `${skuId}:${index}` },
  reason: 'found',
});

/** What the table keeps of a SKU, as the domain's balances. */
const kept = async (skuId: string): Promise<Balances> => {
  const rows = await stockStore.balancesOf(database.db, [skuId]);
  const figures = ({ onHand, reserved, allocated, quarantine, inTransitIn, inTransitOut }: Balance): Balance => ({
    ...{ onHand, reserved, allocated, quarantine, inTransitIn, inTransitOut },
  });
  return { [skuId]: Object.fromEntries(rows.map((row) => [row.warehouseId, figures(row)])) };
};

/** Books entries as a use-case does: what is refused is rolled back. */
const move = async (movements: Movement[]): Promise<boolean> => {
  const done = await transact(database.db, async (tx) =>
    (await stockStore.move(tx, movements)) ? ok(undefined) : err({ kind: 'refused' as const }),
  );
  return done.ok;
};

/** The domain's entries that the ledger of the database holds: a row of the other end says the same as its own. */
const written = async (skuId: string): Promise<StockEntry[]> => {
  const rows = await stockLedgerStore.entries(database.db, skuId, undefined, 500);
  const own = rows.filter((row) => {
    if (row.kind === 'transfer-out') return row.inTransitOut > 0;
    return row.kind === 'transfer-in' || row.kind === 'transfer-loss' ? row.inTransitIn < 0 : true;
  });
  return own.reverse().map((row) => {
    const index = Number(row.causeId.split(':')[1]);
    return { ...entries.get(row.causeId)!, kind: row.kind, id: String(index) };
  });
};
const entries = new Map<string, StockEntry>();

test('the database takes an entry exactly when the domain does, and its ledger replays to its balances', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(wish, { minLength: 10, maxLength: 40 }), async (wishes) => {
      const skuId = await openSku();
      let balances: Balances = {};
      for (const [index, one] of wishes.entries()) {
        const entry = entryOf(skuId, index, one);
        entries.set(entry.cause.id, entry);
        const booked = book(balances, entry);
        const movement: Movement = { ...entry, actor: 'test' };
        expect(await move([movement])).toBe(booked.ok);
        if (booked.ok) balances = booked.value;
      }
      const now = await kept(skuId);
      for (const site of [north, south]) expect(balanceAt(now, skuId, site)).toEqual(balanceAt(balances, skuId, site));
      const again = replay(await written(skuId));
      invariant(again.ok, 'the ledger is a history');
      for (const site of [north, south])
        expect(balanceAt(again.value, skuId, site)).toEqual(balanceAt(now, skuId, site));
    }),
    { numRuns: 25 },
  );
  expect(await database.raw`select * from inv_01_stock_balance`).toEqual([]);
});

test('entries of one moment move together or not at all', async () => {
  const [full, empty] = [await openSku(), await openSku()];
  const entry = (skuId: string, kind: StockKind, quantity: number): Movement => ({
    skuId,
    warehouseId: north,
    kind,
    quantity,
    cause: { type: 'test', id: `${skuId}:${kind}` },
    actor: 'test',
  });
  expect(await move([entry(full, 'receive', 5)])).toBe(true);
  expect(await move([entry(full, 'reserve', 5), entry(empty, 'reserve', 1)])).toBe(false);
  expect(balanceAt(await kept(full), full, north)).toMatchObject({ onHand: 5, reserved: 0 });
});
