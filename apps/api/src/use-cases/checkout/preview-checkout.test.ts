import { newId } from '@tradeline/db';
import * as schema from '@tradeline/db/schema';
import { minor } from '@tradeline/domain/money';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../../testing/index.ts';
import { addTemplate, giveCoupon, givePoints, runPromotion, topUp } from '../../testing/means.ts';
import { readyToPlace } from '../../testing/place.ts';
import { placeOrder } from '../order/place-order.ts';
import { previewCheckout } from './preview-checkout.ts';

let shop: Shop;
let skuId: string;
beforeAll(async () => {
  shop = await openShop();
  // ¥100.00 a unit.
  skuId = (await shop.addSku({ price: 1_000_000, north: 100 })).skuId;
  await shop.db.insert(schema.deliveryMethods).values({
    id: newId(),
    code: 'truck',
    name: { zh: '送货' },
    rule: { zones: [{ id: 'all', tariff: { kind: 'fixed', amount: 1_500 }, freeFrom: 50_000 }] },
  });
});
afterAll(() => shop.close());

const previewOf = async (...wanted: Parameters<typeof previewCheckout>) => {
  const preview = await previewCheckout(...wanted);
  if (!preview.ok) throw new Error(JSON.stringify(preview.error));
  return preview.value;
};

test('what a preview says is what placing does: coupon, freight, points and balance together', async () => {
  const buyer = { ...(await shop.addBuyer()), role: 'owner' as const };
  const promotion = await runPromotion(shop, 'TEN', {
    coupon: { code: 'TEN' },
    conditions: [{ type: 'items-total', min: minor(20_000) }],
    actions: [{ type: 'amount-off-order', amount: minor(1_000) }],
  });
  await giveCoupon(shop, await addTemplate(shop, promotion, 'TEN', { kind: 'personal' }), buyer.company.id);
  await givePoints(shop, buyer.company.id, 300);
  await topUp(shop, buyer.company.id, 5_000);
  const lines = [{ skuId, quantity: 2 }];
  const wish = await readyToPlace(shop.deps, buyer, lines);
  const seen = { paymentTerms: 'on-delivery' as const, addressId: buyer.addressId };
  const plain = await previewOf(shop.deps, buyer, seen);
  expect(plain.refusals).toEqual([]);
  expect(plain.priced.totals.payable).toBe(20_000);
  expect(plain.coupons).toMatchObject([{ code: 'TEN', held: 1, chosen: false, saves: 1_000, why: null }]);
  expect(plain.deliveries).toMatchObject([{ code: 'truck', price: 1_500, freight: { freeIn: 30_000 } }]);
  expect(plain.points).toMatchObject({ usable: 300, most: 300, mostAmount: 300 });
  expect(plain.balance).toBe(5_000);
  const means = { coupons: ['ten'], deliveryMethod: 'truck', points: 300, balance: minor(5_000) };
  const full = await previewOf(shop.deps, buyer, { ...seen, ...means });
  expect(full.refusals).toEqual([]);
  expect(full.priced.totals.payable).toBe(20_000 - 1_000 - 300 + 1_500);
  expect(full.coupons).toMatchObject([{ chosen: true, saves: 1_000 }]);
  const placed = await placeOrder(shop.deps, buyer, 'test', {
    ...wish,
    ...means,
    expectedTotal: full.priced.totals.payable,
  });
  expect(placed).toMatchObject({ ok: true, value: { total: 20_200 } });
  expect(await shop.broken()).toEqual({});
});

test('a coupon that takes nothing off says what is missing, and an unknown code that it is unknown', async () => {
  const buyer = await shop.addBuyer();
  const promotion = await runPromotion(shop, 'BIG', {
    coupon: { code: 'BIG' },
    conditions: [{ type: 'items-total', min: minor(50_000) }],
    actions: [{ type: 'percent-off-order', percent: '10' }],
  });
  await giveCoupon(shop, await addTemplate(shop, promotion, 'BIG', { kind: 'personal' }), buyer.company.id);
  await readyToPlace(shop.deps, buyer, [{ skuId, quantity: 1 }]);
  const preview = await previewOf(shop.deps, buyer, {
    paymentTerms: 'on-delivery',
    addressId: buyer.addressId,
    coupons: ['NOPE'],
  });
  expect(preview.coupons).toMatchObject([
    { code: 'NOPE', held: 0, why: { reason: 'unknown' } },
    { code: 'BIG', saves: 0, why: { reason: 'conditions_not_met', missing: { amount: 40_000 } } },
  ]);
  expect(preview.refusals).toMatchObject([{ kind: 'coupons-unknown', codes: ['NOPE'] }]);
});

test('credit that does not reach comes with ways out that the balance can pay and the cartons allow', async () => {
  const buyer = await shop.addBuyer({ creditLimit: 25_000, termDays: 30 });
  await topUp(shop, buyer.company.id, 6_000);
  await readyToPlace(shop.deps, buyer, [{ skuId, quantity: 3 }]);
  const seen = { paymentTerms: 'terms' as const, addressId: buyer.addressId };
  const preview = await previewOf(shop.deps, buyer, seen);
  expect(preview.refusals).toMatchObject([{ kind: 'terms-blocked', reasons: [{ kind: 'limit-exceeded' }] }]);
  const ways = preview.credit?.blocked?.waysOut ?? [];
  expect(ways).toContainEqual(expect.objectContaining({ actions: [{ kind: 'prepay', amount: 5_000 }] }));
  const paid = await previewOf(shop.deps, buyer, { ...seen, balance: minor(5_000) });
  expect(paid.refusals).toEqual([]);
  await shop.raw`update balance_accounts set balance = balance where company_id = ${buyer.company.id}`;
  const poor = await shop.addBuyer({ creditLimit: 25_000, termDays: 30 });
  await readyToPlace(shop.deps, poor, [{ skuId, quantity: 3 }]);
  const less = await previewOf(shop.deps, poor, { ...seen, addressId: poor.addressId });
  const cut = less.credit?.blocked?.waysOut.flatMap(({ actions }) =>
    actions.flatMap((action) => (action.kind === 'reduce-order' ? action.quantities : [])),
  );
  expect(cut).toContainEqual({ id: skuId, quantity: 2 });
});

test('an order is refused with everything that stands against it at once', async () => {
  const buyer = await shop.addBuyer({ creditLimit: 5_000, termDays: 30 });
  const scarce = (await shop.addSku({ price: 1_000_000, north: 1 })).skuId;
  const wish = await readyToPlace(shop.deps, buyer, [{ skuId: scarce, quantity: 3 }], {
    paymentTerms: 'terms',
    invoiceTitleId: newId(),
    coupons: ['NOPE'],
    balance: minor(100),
  });
  const refused = await placeOrder(shop.deps, buyer, 'test', wish);
  const reasons = refused.ok || refused.error.kind !== 'order-refused' ? [] : refused.error.reasons;
  expect(reasons.map(({ kind }) => kind)).toEqual([
    'invoice-title-not-found',
    'coupons-unknown',
    'balance-short',
    'terms-blocked',
    'out-of-stock',
  ]);
  const both = await placeOrder(shop.deps, buyer, 'test', {
    ...wish,
    invoiceTitleId: undefined,
    coupons: [],
    balance: undefined,
  });
  expect(both).toMatchObject({
    error: { kind: 'order-refused', reasons: [{ kind: 'terms-blocked' }, { kind: 'out-of-stock' }] },
  });
});

test('means that the wholesaler has closed are refused, unless the balance pays everything', async () => {
  await shop.raw`insert into settings (key, value, updated_by) values ('checkout', '{"closedMeans": ["transfer"]}', 'test')`;
  const buyer = await shop.addBuyer();
  await topUp(shop, buyer.company.id, 10_000);
  const wish = await readyToPlace(shop.deps, buyer, [{ skuId, quantity: 1 }], {
    paymentTerms: 'prepaid',
    payBy: 'transfer',
  });
  expect(await placeOrder(shop.deps, buyer, 'test', wish)).toMatchObject({
    error: { kind: 'means-closed', means: 'transfer' },
  });
  expect(await placeOrder(shop.deps, buyer, 'test', { ...wish, balance: minor(10_000) })).toMatchObject({ ok: true });
  await shop.raw`delete from settings where key = 'checkout'`;
});
