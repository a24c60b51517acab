import { newId } from '@tradeline/db';
import * as schema from '@tradeline/db/schema';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { httpClient, openShop, type Shop } from '../../testing/index.ts';

let shop: Shop;
let staff: ReturnType<typeof httpClient>;
beforeAll(async () => {
  shop = await openShop();
  staff = httpClient(shop, 'staff');
  await staff.signIn((await shop.addStaff('administrator')).login);
});
afterAll(() => shop.close());

const done = async <T>(path: string, input: unknown): Promise<T> => {
  const answer = await staff.mutate(path, input);
  expect([path, answer.status, answer.refusal]).toEqual([path, 200, undefined]);
  return answer.data as T;
};
const refused = async (path: string, input: unknown) => (await staff.mutate(path, input)).refusal;
const audited = async (action: string) =>
  shop.raw`select before, after from audit_log where action = ${action} order by seq desc limit 1`;

describe('assortments', () => {
  const draft = (over: object = {}) => ({
    code: `A${newId().slice(-6)}`,
    name: { zh: '烟酒类', en: 'Licensed goods' },
    effect: 'hide',
    active: true,
    audiences: [{ kind: 'stranger' }],
    goods: [],
    ...over,
  });

  test('a preview says what saving then does, and keeps nothing', async () => {
    const [a, b] = [await shop.addSku(), await shop.addSku()];
    const buyer = await shop.addBuyer();
    const wish = draft({
      effect: 'only',
      audiences: [{ kind: 'company', ref: buyer.company.id }],
      goods: [{ kind: 'product', ref: a.productId }],
    });
    const preview = await done<{ customers: number; total: number; effects: object[] }>('assortments.preview', {
      draft: wish,
    });
    expect(preview).toMatchObject({
      customers: 1,
      effects: [{ customers: 1, now: preview.total, after: 1, example: buyer.company.name }],
    });
    expect(await shop.raw`select 1 from assortments where code = ${wish.code}`).toHaveLength(0);
    const portal = httpClient(shop, 'buyer');
    await portal.signIn(buyer.login);
    expect((await portal.query('catalog.product', { id: b.productId })).status).toBe(200);
    const { id } = await done<{ id: string }>('assortments.save', { draft: wish });
    expect((await portal.query('catalog.product', { id: b.productId })).status).toBe(404);
    expect((await portal.query('catalog.products', {})).data).toMatchObject({ total: 1 });
    const seen = await staff.query('assortments.seenBy', { companyId: buyer.company.id, which: 'hidden' });
    expect(seen.data).toMatchObject({
      sees: 1,
      rows: expect.arrayContaining([
        expect.objectContaining({
          id: b.productId,
          why: 'not-named',
          by: [expect.objectContaining({ code: wish.code })],
        }),
      ]),
    });
    await done('assortments.setActive', { id, active: false });
    expect((await portal.query('catalog.product', { id: b.productId })).status).toBe(200);
    const brought = await done<object>('assortments.remove', { id });
    expect(brought).toMatchObject({ code: wish.code, active: false });
    expect(await audited('assortment.remove')).toMatchObject([{ before: { code: wish.code } }]);
  });

  test('what was put in the cart while it was visible stays there as withdrawn, and is not ordered', async () => {
    const { skuId, productId } = await shop.addSku({ north: 9 });
    const buyer = await shop.addBuyer();
    const portal = httpClient(shop, 'buyer');
    await portal.signIn(buyer.login);
    await portal.mutate('cart.change', { mode: 'set', lines: [{ skuId, quantity: 2 }] });
    const audiences = [{ kind: 'company', ref: buyer.company.id }];
    await done('assortments.save', { draft: draft({ audiences, goods: [{ kind: 'product', ref: productId }] }) });
    const cart = (await portal.query('cart.get')).data as { id: string };
    expect(cart).toMatchObject({ items: [{ skuId, quantity: 2, withdrawn: true }] });
    const placed = await portal.mutate('orders.place', {
      idempotencyKey: crypto.randomUUID(),
      cartId: cart.id,
      expectedTotal: 0,
      addressId: buyer.addressId,
      contactName: '王五',
      phone: '13800000000',
      paymentTerms: 'on-delivery',
    });
    expect(placed.refusal).toMatchObject({ kind: 'sku-withdrawn', skuId });
    expect((await portal.mutate('cart.change', { mode: 'add', lines: [{ skuId, quantity: 1 }] })).refusal).toEqual({
      kind: 'sku-not-found',
      skuId,
    });
  });

  test('names only what is there, one code once, and never an empty shop by mistake', async () => {
    const wish = draft();
    await done('assortments.save', { draft: wish });
    expect(await refused('assortments.save', { draft: wish })).toEqual({
      kind: 'assortment-code-taken',
      code: wish.code,
    });
    expect(await refused('assortments.save', { draft: draft({ effect: 'only' }) })).toEqual({
      kind: 'assortment-without-goods',
    });
    const ref = newId();
    expect(await refused('assortments.save', { draft: draft({ goods: [{ kind: 'brand', ref }] }) })).toEqual({
      kind: 'reference-not-found',
      of: 'brand',
      ref,
    });
  });
});

describe('prices and stock as they are told', () => {
  test('the company’s word stands over the group’s; the portal follows at the next request', async () => {
    const { productId } = await shop.addSku({ price: 120_000 });
    const buyer = await shop.addBuyer();
    const group = newId();
    await shop.db.insert(schema.customerGroups).values({ id: group, code: 'ASK', name: { zh: '询价' } });
    await shop.raw`update companies set group_id = ${group} where id = ${buyer.company.id}`;
    const portal = httpClient(shop, 'buyer');
    await portal.signIn(buyer.login);
    const price = async () =>
      ((await portal.query('catalog.product', { id: productId })).data as { skus: { price?: object }[] }).skus[0]
        ?.price;
    expect(await price()).toMatchObject({ unitPriceE4: 120_000 });
    await done('assortments.setGroupDisplay', { id: group, pricesHidden: true });
    expect(await price()).toBeUndefined();
    const word = { id: buyer.company.id, stockDisplay: null };
    expect(await done('assortments.setCompanyDisplay', { ...word, priceDisplay: 'shown' })).toEqual({
      priceDisplay: null,
      stockDisplay: null,
    });
    expect(await price()).toMatchObject({ unitPriceE4: 120_000 });
    expect((await staff.query('assortments.display')).data).toMatchObject({
      companies: [{ id: buyer.company.id, priceDisplay: 'shown', groupHidden: true }],
    });
  });
});

describe('categories', () => {
  const add = (name: string, parentId: string | null = null) =>
    done<{ id: string }>('categories.add', { name: { zh: name }, parentId });

  test('moves are undone by what they answer; rings are refused', async () => {
    const [top, child] = [await add('甲'), await add('乙')];
    const back = await done('categories.place', { id: child.id, parentId: top.id, index: 0 });
    expect(await refused('categories.place', { id: top.id, parentId: child.id, index: 0 })).toEqual({
      kind: 'category-cycle',
    });
    await done('categories.place', back);
    expect(await shop.raw`select parent_id from categories where id = ${child.id}`).toMatchObject([
      { parent_id: null },
    ]);
  });

  test('two people who hang two categories below each other make no ring', async () => {
    const [a, b] = [await add('丙'), await add('丁')];
    const answers = await Promise.all([
      staff.mutate('categories.place', { id: a.id, parentId: b.id, index: 0 }),
      staff.mutate('categories.place', { id: b.id, parentId: a.id, index: 0 }),
    ]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 400]);
  });

  test('go when empty, or with a place for what is in them, and never from under an assortment', async () => {
    const [from, into] = [await add('旧'), await add('新')];
    const { productId } = await shop.addSku();
    await shop.raw`update products set category_id = ${from.id} where id = ${productId}`;
    expect(await refused('categories.remove', { id: from.id })).toEqual({
      kind: 'category-not-empty',
      products: 1,
      children: 0,
      attributes: 0,
    });
    const { id } = await done<{ id: string }>('assortments.save', {
      draft: {
        code: 'CAT',
        name: { zh: '旧类' },
        effect: 'hide',
        active: false,
        audiences: [],
        goods: [{ kind: 'category', ref: from.id }],
      },
    });
    expect(await refused('categories.remove', { id: from.id, into: into.id })).toMatchObject({
      kind: 'category-in-use',
      assortments: [{ zh: '旧类' }],
    });
    await done('assortments.remove', { id });
    expect(await done('categories.remove', { id: from.id, into: into.id })).toEqual({ products: 1, children: 0 });
    expect(await shop.raw`select category_id from products where id = ${productId}`).toMatchObject([
      { category_id: into.id },
    ]);
  });
});

describe('brands', () => {
  test('a merge takes goods, assortments and promotions along', async () => {
    const save = (zh: string) => done<{ id: string }>('brands.save', { name: { zh }, description: null });
    const [from, into] = [await save('老牌'), await save('新牌')];
    expect(await refused('brands.save', { name: { zh: '新牌' }, description: null })).toMatchObject({
      kind: 'brand-name-taken',
      brandId: into.id,
    });
    const { productId } = await shop.addSku();
    await shop.raw`update products set brand_id = ${from.id} where id = ${productId}`;
    await done('assortments.save', {
      draft: {
        code: 'BR',
        name: { zh: '牌' },
        effect: 'hide',
        active: false,
        audiences: [],
        goods: [from, into].map(({ id }) => ({ kind: 'brand', ref: id })),
      },
    });
    expect(await refused('brands.remove', { id: from.id })).toMatchObject({ kind: 'brand-in-use', products: 1 });
    expect(await done('brands.merge', { from: from.id, into: into.id })).toMatchObject({ products: 1 });
    expect(await shop.raw`select ref from assortment_goods where kind = 'brand'`).toMatchObject([{ ref: into.id }]);
    expect(await shop.raw`select 1 from brands where id = ${from.id}`).toHaveLength(0);
  });

  test('a logo is re-encoded; somebody else’s upload is not there', async () => {
    const png = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#0a7' } })
      .png()
      .toBuffer();
    const send = async (client: typeof staff) =>
      (await (
        await client.request('/uploads/brand-logo', {
          method: 'POST',
          headers: { 'x-tradeline': '1', 'content-type': 'application/octet-stream', cookie: client.cookie() },
          body: new Uint8Array(png),
        })
      ).json()) as { id: string };
    const colleague = httpClient(shop, 'staff');
    await colleague.signIn((await shop.addStaff('administrator')).login);
    const brand = { name: { zh: '有标' }, description: null };
    expect(await refused('brands.save', { ...brand, logo: (await send(colleague)).id })).toEqual({
      kind: 'upload-not-found',
    });
    await done('brands.save', { ...brand, logo: (await send(staff)).id });
    const [row] = await shop.raw<{ logo_stem: string }[]>`select logo_stem from brands where name ->> 'zh' = '有标'`;
    expect(await shop.deps.storage.get('public', `pictures/${row!.logo_stem}-96.webp`)).toBeDefined();
  });
});

describe('attributes', () => {
  test('a choice that goods have goes only with an answer what they get instead', async () => {
    const fields = {
      name: { zh: '材质', en: 'Material' },
      kind: 'choice',
      unit: null,
      filterable: true,
      required: false,
    };
    const choices = [
      { code: 'steel', name: { zh: '钢' } },
      { code: 'iron', name: { zh: '铁' } },
    ];
    const { id } = await done<{ id: string }>('attributes.add', {
      ...fields,
      choices,
      code: 'material',
      categoryId: null,
    });
    const { productId } = await shop.addSku();
    await shop.raw`update products set attributes = '{"material":"iron"}' where id = ${productId}`;
    const change = { id, ...fields, choices: choices.slice(0, 1) };
    expect(await refused('attributes.change', { ...change, replaced: [] })).toMatchObject({
      kind: 'choice-in-use',
      choice: 'iron',
      products: 1,
    });
    expect(await refused('attributes.change', { ...change, choices, kind: 'text', replaced: [] })).toEqual({
      kind: 'attribute-kind-in-use',
      products: 1,
    });
    await done('attributes.change', { ...change, replaced: [{ from: 'iron', to: 'steel' }] });
    expect(await shop.raw`select attributes from products where id = ${productId}`).toMatchObject([
      { attributes: { material: 'steel' } },
    ]);
    expect(await refused('attributes.remove', { id, withValues: false })).toEqual({
      kind: 'attribute-in-use',
      products: 1,
    });
    await done('attributes.remove', { id, withValues: true });
    expect(await shop.raw`select attributes from products where id = ${productId}`).toMatchObject([{ attributes: {} }]);
  });
});

describe('search words', () => {
  test('what found nothing is told by how often, and a synonym needs two different words', async () => {
    const row = { text: '螺丝批', normalised: '螺丝批', results: 0, companyId: newId(), buyerId: newId() };
    await shop.db
      .insert(schema.searches)
      .values([row, { ...row, companyId: newId() }, { ...row, text: '杯', normalised: '杯', results: 3 }]);
    expect((await staff.query('searchWords.searchedFor', { nothing: true })).data).toMatchObject([
      { text: '螺丝批', times: 2, customers: 2, results: 0 },
    ]);
    expect(await refused('searchWords.saveSynonym', { terms: ['LED', 'ｌｅｄ'], mode: 'both' })).toEqual({
      kind: 'synonym-needs-two',
    });
    const { id } = await done<{ id: string }>('searchWords.saveSynonym', { terms: ['螺丝批', '螺丝刀'], mode: 'both' });
    expect(await done('searchWords.removeSynonym', { id })).toEqual({ terms: ['螺丝批', '螺丝刀'], mode: 'both' });
    expect(await done('searchWords.addWords', { words: ['十字槽', '十字槽', ' '].filter((w) => w.trim()) })).toEqual({
      added: ['十字槽'],
    });
  });
});

test('each needs its permission', async () => {
  const clerk = httpClient(shop, 'staff');
  await clerk.signIn((await shop.addStaff('warehouse')).login);
  for (const path of ['assortments.list', 'searchWords.words'])
    expect((await clerk.query(path)).refusal).toMatchObject({ kind: 'not-permitted' });
  const sales = httpClient(shop, 'staff');
  await sales.signIn((await shop.addStaff('sales')).login);
  expect((await sales.query('assortments.list')).status).toBe(200);
  expect((await sales.mutate('assortments.setActive', { id: newId(), active: true })).refusal).toMatchObject({
    kind: 'not-permitted',
  });
});
