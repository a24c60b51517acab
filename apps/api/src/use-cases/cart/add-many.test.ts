import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../../testing/index.ts';
import { place } from '../../testing/place.ts';
import type { Buyer } from '../../trpc/context.ts';
import { type AddReport, addMany } from './add-many.ts';
import { changeCart } from './change-cart.ts';
import { undoAdd } from './undo-add.ts';
import { viewCart } from './view-cart.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

type Line = { skuId: string; quantity: number };
const add = async (buyer: Buyer, lines: Line[], wish: { key?: string; mode?: 'each' | 'all' } = {}) => {
  const idempotencyKey = wish.key ?? randomUUID();
  return {
    key: idempotencyKey,
    result: await addMany(shop.deps, buyer, { idempotencyKey, mode: 'each', lines, ...wish }),
  };
};
const reportOf = ({ result }: Awaited<ReturnType<typeof add>>): AddReport => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const inCart = async (buyer: Buyer): Promise<Record<string, number>> =>
  Object.fromEntries((await viewCart(shop.deps, buyer)).items.map(({ skuId, quantity }) => [skuId, quantity]));

test('twenty lines go in at once; a line that breaks a rule stays out and says what would do', async () => {
  const buyer = await shop.addBuyer();
  const good = await Promise.all(Array.from({ length: 20 }, () => shop.addSku({ north: 10 })));
  const dozen = await shop.addSku({ min: 24, multiple: 12 });
  const gone = await shop.addSku();
  await shop.raw`update skus set status = 'withdrawn' where id = ${gone.skuId}`;
  const stranger = randomUUID();
  const report = reportOf(
    await add(buyer, [
      ...good.map(({ skuId }) => ({ skuId, quantity: 2 })),
      { skuId: dozen.skuId, quantity: 30 },
      { skuId: gone.skuId, quantity: 1 },
      { skuId: stranger, quantity: 1 },
    ]),
  );
  expect(report.lines.slice(0, 20).every((line) => line.outcome === 'added')).toBe(true);
  expect(report.lines.slice(20)).toMatchObject([
    { outcome: 'refused', refusal: { reason: 'not-a-multiple', nearest: [24, 36], before: 0 } },
    { outcome: 'refused', refusal: { kind: 'withdrawn' } },
    { outcome: 'unknown', skuId: stranger },
  ]);
  expect(await inCart(buyer)).toEqual(Object.fromEntries(good.map(({ skuId }) => [skuId, 2])));
});

test('the rules bind what the cart holds afterwards', async () => {
  const buyer = await shop.addBuyer();
  const { skuId } = await shop.addSku({ min: 24, multiple: 12 });
  reportOf(await add(buyer, [{ skuId, quantity: 24 }]));
  expect(reportOf(await add(buyer, [{ skuId, quantity: 12 }])).lines).toMatchObject([{ before: 24, after: 36 }]);
  expect(reportOf(await add(buyer, [{ skuId, quantity: 5 }])).lines).toMatchObject([{ refusal: { nearest: [12] } }]);
  expect(await inCart(buyer)).toEqual({ [skuId]: 36 });
});

test('all or nothing: one bad line keeps the others out, and they are told apart', async () => {
  const buyer = await shop.addBuyer();
  const [one, dozen] = [await shop.addSku(), await shop.addSku({ multiple: 12 })];
  const report = reportOf(
    await add(
      buyer,
      [
        { skuId: one.skuId, quantity: 1 },
        { skuId: dozen.skuId, quantity: 5 },
      ],
      { mode: 'all' },
    ),
  );
  expect(report.lines).toMatchObject([{ outcome: 'held-back', quantity: 1 }, { outcome: 'refused' }]);
  expect(await inCart(buyer)).toEqual({});
});

test('one key adds once, however often and however simultaneously it is sent; another wish under it is refused', async () => {
  const buyer = await shop.addBuyer();
  const { skuId } = await shop.addSku();
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 6 }, () => add(buyer, [{ skuId, quantity: 3 }], { key })));
  for (const answer of answers) expect(reportOf(answer)).toEqual(reportOf(answers[0]!));
  expect(await inCart(buyer)).toEqual({ [skuId]: 3 });
  const other = await add(buyer, [{ skuId, quantity: 4 }], { key });
  expect(other.result).toEqual({ ok: false, error: { kind: 'idempotency-mismatch' } });
});

test('adders, setters and takers at once never pass a maximum and never wait for each other in a circle', async () => {
  const buyer = await shop.addBuyer();
  const [a, b] = [await shop.addSku({ multiple: 5 }), await shop.addSku()];
  await shop.raw`update skus set max_quantity = 20 where id = ${a.skuId}`;
  const wanted = [
    { skuId: a.skuId, quantity: 5 },
    { skuId: b.skuId, quantity: 1 },
  ];
  await Promise.all(
    Array.from({ length: 10 }, (_, at) =>
      at % 5 === 4
        ? changeCart(shop.deps, buyer, { mode: 'set', lines: [{ skuId: b.skuId, quantity: 1 }] })
        : add(buyer, at % 2 ? wanted : wanted.toReversed()),
    ),
  );
  expect((await inCart(buyer))[a.skuId]).toBe(20);
});

test('undo takes back what was added, once, and leaves what was there or came later', async () => {
  const buyer = await shop.addBuyer();
  const [old, fresh] = [await shop.addSku(), await shop.addSku()];
  reportOf(await add(buyer, [{ skuId: old.skuId, quantity: 2 }]));
  const { key } = await add(buyer, [
    { skuId: old.skuId, quantity: 3 },
    { skuId: fresh.skuId, quantity: 4 },
  ]);
  reportOf(await add(buyer, [{ skuId: old.skuId, quantity: 1 }]));
  expect(await undoAdd(shop.deps, buyer, key)).toEqual({ ok: true, value: undefined });
  expect(await inCart(buyer)).toEqual({ [old.skuId]: 3 });
  await undoAdd(shop.deps, buyer, key);
  expect(await inCart(buyer)).toEqual({ [old.skuId]: 3 });
});

test("nobody undoes another's adding, nor one whose cart has been ordered", async () => {
  const buyer = await shop.addBuyer();
  const colleague = await shop.addBuyer({ companyId: buyer.company.id });
  const { skuId } = await shop.addSku({ north: 50 });
  const { key } = await add(buyer, [{ skuId, quantity: 2 }]);
  const refused = { ok: false, error: { kind: 'nothing-to-undo' } };
  expect(await undoAdd(shop.deps, colleague, key)).toEqual(refused);
  expect(await undoAdd(shop.deps, await shop.addBuyer(), key)).toEqual(refused);
  expect(await undoAdd(shop.deps, buyer, randomUUID())).toEqual(refused);
  const placed = await place(shop.deps, buyer, [{ skuId, quantity: 2 }]);
  expect(placed.ok).toBe(true);
  expect(await undoAdd(shop.deps, buyer, key)).toMatchObject({ error: { kind: 'cart-already-ordered' } });
});
