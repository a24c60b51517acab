import { randomUUID } from 'node:crypto';
import { newId } from '@tradeline/db';
import * as schema from '@tradeline/db/schema';
import type { SharingParty } from '@tradeline/domain/inventory';
import type { CustomerGroupId } from '@tradeline/domain/kernel';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { deliver, type Hands, hire } from '../../../testing/deliver.ts';
import { openShop, type Shop } from '../../../testing/index.ts';
import { place, readyToPlace, type TestBuyer } from '../../../testing/place.ts';
import type { Staff } from '../../../trpc/context.ts';
import { viewCart } from '../../cart/view-cart.ts';
import { searchGoods } from '../../catalog/search/search-goods.ts';
import { previewCheckout } from '../../checkout/preview-checkout.ts';
import { staffActor } from '../../order/actor.ts';
import { placeOrder } from '../../order/place-order.ts';
import { runCommand } from '../../order/run-command.ts';
import { viewProduct } from '../../product/view-product.ts';
import { previewSharing, viewSharing } from './preview-sharing.ts';
import { removeSharing, type SharingWish, saveSharing } from './save-sharing.ts';

let shop: Shop;
let hands: Hands;
let planner: Staff;
let group: SharingParty;
let groupId: CustomerGroupId;
beforeAll(async () => {
  shop = await openShop({ pool: 24 });
  hands = await hire(shop);
  planner = await shop.addStaff('purchasing');
  groupId = newId<CustomerGroupId>();
  group = `group:${groupId}`;
  await shop.db.insert(schema.customerGroups).values({ id: groupId, code: 'KEY', name: { zh: '重点客户' } });
});
afterEach(async () => {
  expect(await shop.broken()).toEqual({});
  await shop.raw`delete from stock_sharing`;
});
afterAll(() => shop.close());

const portal: SharingParty = 'channel:portal';
const by = () => ({ staff: planner, requestId: randomUUID() });
const wish = (party: SharingParty, skuIds: string[] | null, figures: Partial<SharingWish>): SharingWish => ({
  ...{ countAnew: false, warehouseId: shop.warehouses.north, party, skuIds, quota: null, quotaFrom: null },
  ...{ quotaUntil: null, cap: null, shareBp: null, buffer: 0, breaksQuotas: false, ...figures },
});
const share = async (party: SharingParty, skuIds: string[] | null, figures: Partial<SharingWish>): Promise<string> => {
  const saved = await saveSharing(shop.deps, by(), wish(party, skuIds, figures));
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  return saved.value.id;
};
/** A customer of the group. */
const member = async (): Promise<TestBuyer> => {
  const buyer = await shop.addBuyer();
  await shop.raw`update companies set group_id = ${groupId} where id = ${buyer.company.id}`;
  return { ...buyer, company: { ...buyer.company, groupId } };
};
const take = (buyer: TestBuyer, skuId: string, quantity: number) => place(shop.deps, buyer, [{ skuId, quantity }]);
const short = (available: number) => ({ ok: false, error: { kind: 'out-of-stock', lines: [{ available }] } });
/** What a customer is told in the list, on the page of the goods and in his cart. */
const told = async (buyer: TestBuyer, { productId, skuId }: { productId: string; skuId: string }) => {
  const [found, page, cart] = await Promise.all([
    searchGoods(shop.deps, buyer, { page: 1, size: 100 }),
    viewProduct(shop.deps, buyer, productId),
    viewCart(shop.deps, buyer),
  ]);
  return [
    found.rows.find(({ id }) => id === productId)?.stock.available,
    page.ok ? page.value.skus[0]?.stock.available : undefined,
    cart.items.find((item) => item.skuId === skuId)?.stock?.available,
  ];
};

test('customers see and take what their rule leaves, and the checkout says so before; what comes back may be taken again', async () => {
  const goods = await shop.addSku({ north: 50 });
  const { skuId } = goods;
  const [buyer, key] = [await shop.addBuyer(), await member()];
  await readyToPlace(shop.deps, buyer, [{ skuId, quantity: 11 }]);
  await readyToPlace(shop.deps, key, [{ skuId, quantity: 11 }]);
  // Memory is warm: the very next request goes by the rule.
  await told(buyer, goods);
  await share(portal, [skuId], { cap: 10 });
  expect(await take(buyer, skuId, 11)).toMatchObject(short(10));
  expect(await told(buyer, goods)).toEqual([10, 10, 10]);
  expect(await previewCheckout(shop.deps, buyer, { paymentTerms: 'on-delivery' })).toMatchObject({
    value: {
      refusals: expect.arrayContaining([{ kind: 'out-of-stock', lines: [expect.objectContaining({ available: 10 })] }]),
    },
  });
  const placed = await take(buyer, skuId, 8);
  expect(await take(await shop.addBuyer(), skuId, 3)).toMatchObject(short(2));
  // Without a rule of its own the group goes by the channel's, and counts for it.
  expect(await take(key, skuId, 11)).toMatchObject(short(2));
  await share(group, [skuId], { buffer: 1 });
  expect(await take(key, skuId, 11)).toMatchObject({ ok: true });
  if (!placed.ok) throw new Error('refused');
  const command = { action: 'cancel' as const, reason: 'no-longer-needed' as const, comment: '不要了' };
  const cancelled = await runCommand(shop.deps, staffActor(hands.reviewer, 'test'), {
    ...{ scope: { kind: 'all' as const }, orderId: placed.value.id, command },
  });
  expect(cancelled).toMatchObject({ ok: true });
  expect(await take(await shop.addBuyer(), skuId, 10)).toMatchObject({ ok: true });
});

test('what was sent counts as taken until a rule counts anew; without the rule everything is everybody’s', async () => {
  const { skuId } = await shop.addSku({ north: 30 });
  const buyer = await shop.addBuyer();
  const id = await share(portal, [skuId], { cap: 10 });
  const placed = await take(buyer, skuId, 9);
  if (!placed.ok) throw new Error('refused');
  await deliver(shop, hands, placed.value.id);
  expect(await take(buyer, skuId, 2)).toMatchObject(short(1));
  const again = { ...wish(portal, [skuId], { cap: 10 }), target: { id, version: 1 }, countAnew: true };
  expect(await saveSharing(shop.deps, by(), again)).toMatchObject({ ok: true });
  expect(await saveSharing(shop.deps, by(), again)).toMatchObject({ ok: false, error: { kind: 'sharing-moved-on' } });
  expect(await take(buyer, skuId, 10)).toMatchObject({ ok: true });
  expect(await take(buyer, skuId, 1)).toMatchObject(short(0));
  expect(await removeSharing(shop.deps, by(), { id, version: 2 })).toMatchObject({ ok: true });
  expect(await take(buyer, skuId, 11)).toMatchObject({ ok: true });
  const log = await shop.raw`select action from audit_log where subject_id = ${id} order by seq`;
  expect(log.map(({ action }) => action)).toEqual(['stock.sharing-add', 'stock.sharing-edit', 'stock.sharing-remove']);
});

test('what is kept for a group is left by the others, in each warehouse by itself; who may break that does', async () => {
  const { skuId } = await shop.addSku({ north: 20, south: 5 });
  const buyer = await shop.addBuyer();
  const quota = await share(group, null, { quota: 15 });
  expect(await take(buyer, skuId, 11)).toMatchObject(short(10));
  const draft = { ...wish(group, null, { quota: 18 }), target: { id: quota, version: 1 } };
  const preview = await previewSharing(shop.deps, skuId, draft);
  expect(preview).toMatchObject({
    value: [
      {
        free: 20,
        shares: [
          { groupId: null, available: 2 },
          { groupId, available: 20 },
        ],
      },
      { free: 5, shares: [{ groupId: null, available: 5 }] },
    ],
  });
  expect((await viewSharing(shop.db, skuId))[0]?.shares[0]?.available).toBe(5);
  expect(await take(await member(), skuId, 10)).toMatchObject({ ok: true });
  expect(await take(buyer, skuId, 10)).toMatchObject({ ok: true });
  await share(portal, null, { breaksQuotas: true });
  expect(await take(buyer, skuId, 5)).toMatchObject({ ok: true });
});

test('a share is of all that was there when counting began, whoever took the rest', async () => {
  const { skuId } = await shop.addSku({ north: 100 });
  await share(group, [skuId], { shareBp: 4_000, buffer: 5 });
  expect(await take(await shop.addBuyer(), skuId, 30)).toMatchObject({ ok: true });
  expect(await take(await member(), skuId, 36)).toMatchObject(short(35));
  expect(await take(await member(), skuId, 35)).toMatchObject({ ok: true });
  expect(await take(await member(), skuId, 1)).toMatchObject(short(0));
});

test('a rule that says nothing, or a second one for the same goods, is refused with the goods', async () => {
  const { skuId } = await shop.addSku({ north: 1 });
  expect(await saveSharing(shop.deps, by(), wish(portal, [skuId], {}))).toMatchObject({
    error: { kind: 'sharing-says-nothing' },
  });
  await share(portal, [skuId], { cap: 1 });
  await share(portal, null, { cap: 1 });
  expect(await saveSharing(shop.deps, by(), wish(portal, [skuId], { cap: 2 }))).toMatchObject({
    error: { kind: 'sharing-overlaps', itemNumber: expect.stringMatching(/./u), others: 0 },
  });
  expect(await saveSharing(shop.deps, by(), wish(portal, null, { cap: 2 }))).toMatchObject({
    error: { kind: 'sharing-overlaps', itemNumber: '*' },
  });
  expect(await saveSharing(shop.deps, by(), wish(`group:${randomUUID()}`, null, { cap: 2 }))).toMatchObject({
    error: { kind: 'group-not-found' },
  });
});

test('of many who order at once none takes more than his rule, and nobody what is kept for another', async () => {
  const { skuId } = await shop.addSku({ north: 40 });
  await share(group, [skuId], { quota: 14, cap: 16 });
  const others = await Promise.all(Array.from({ length: 12 }, () => shop.addBuyer()));
  const members = await Promise.all(Array.from({ length: 8 }, member));
  const all = [...others, ...members];
  const wishes = await Promise.all(all.map((buyer) => readyToPlace(shop.deps, buyer, [{ skuId, quantity: 3 }])));
  const results = await Promise.all(wishes.map((one, at) => placeOrder(shop.deps, all[at]!, 'race', one)));
  const taken = (own: typeof results) => 3 * own.filter(({ ok }) => ok).length;
  const [byOthers, byMembers] = [taken(results.slice(0, 12)), taken(results.slice(12))];
  // 16 at most for the group; of the 40 the others leave what of the 14 is not taken yet.
  expect([byMembers, byOthers]).toEqual([15, 24]);
});

test('“in stock” finds and counts what a rule leaves to who looks, by the same rule as the figure beside it', async () => {
  const goods = await shop.addSku({ north: 20 });
  const [mine, other] = [await member(), await shop.addBuyer()];
  const seen = async (buyer: TestBuyer) => {
    const [all, inStock, priced] = await Promise.all(
      [{}, { inStock: true }, { inStock: true, priceFrom: 0 }].map((filter) =>
        searchGoods(shop.deps, buyer, { page: 1, size: 100, ...filter }),
      ),
    );
    const of = (found: typeof all) => found?.rows.find(({ id }) => id === goods.productId);
    // Whoever counts as in stock is found, and nobody else.
    for (const found of [all, inStock, priced])
      expect(found?.facets.inStock).toBe(
        all?.rows.filter(({ stock }) => stock.state === 'in' || stock.state === 'low').length,
      );
    expect(inStock?.total).toBe(inStock?.facets.inStock);
    return [of(all)?.stock.state !== 'out', of(inStock) !== undefined, of(priced) !== undefined];
  };
  // Memory hears of new goods, and of rules, a moment later.
  const soon = { timeout: 8_000 };
  await expect.poll(() => seen(mine), soon).toEqual([true, true, true]);
  await share(group, [goods.skuId], { cap: 5 });
  await expect
    .poll(async () => [await seen(mine), await seen(other)], soon)
    .toEqual([
      [true, true, true],
      [true, true, true],
    ]);
  expect((await take(mine, goods.skuId, 5)).ok).toBe(true);
  await expect
    .poll(async () => [await seen(mine), await seen(other)], soon)
    .toEqual([
      [false, false, false],
      [true, true, true],
    ]);
  // A rule for all goods.
  await share(portal, null, { buffer: 15 });
  await expect.poll(() => seen(other), soon).toEqual([false, false, false]);
});
