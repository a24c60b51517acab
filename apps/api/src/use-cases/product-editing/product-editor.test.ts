import { productPlanStore } from '@tradeline/db/stores';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { httpClient, openShop, type Shop } from '../../testing/index.ts';
import { place } from '../../testing/place.ts';
import { carryOutPlans } from './carry-out-plans.ts';

type Client = ReturnType<typeof httpClient>;
type Variant = Record<string, unknown> & { id?: string; itemNumber: string; options: Record<string, string> };
type Product = { version: number; status: string; variants: Variant[]; [field: string]: unknown };

let shop: Shop;
let categoryId: string;
let li: Client;
let wang: Client;
const signedIn = async (role: Parameters<Shop['addStaff']>[0]): Promise<Client> => {
  const client = httpClient(shop, 'staff');
  await client.signIn((await shop.addStaff(role)).login);
  return client;
};
beforeAll(async () => {
  shop = await openShop();
  categoryId = (await shop.raw`select id from categories limit 1`)[0]?.id;
  [li, wang] = [await signedIn('marketing'), await signedIn('administrator')];
});
afterAll(() => shop.close());

let serial = 0;
const create = async (): Promise<{ id: string; number: string }> => {
  const number = `NEW${++serial}`;
  const made = await li.mutate('products.create', { number, name: { zh: '扳手' }, categoryId, unit: { zh: '把' } });
  return { id: (made.data as { id: string }).id, number };
};
const read = async (id: string, client = wang) => (await client.query('products.get', { id })).data as Product;
/** The draft as a form that changed nothing would send it. */
const draftOf = (product: Product) => {
  const keep = [
    'number name summary description model brandId categoryId supplierId taxRate tags keywords attributes specification axes',
  ].flatMap((names) => names.split(' '));
  const variants = product.variants.map(({ basePriceE4: _, used: __, ...variant }) => variant);
  return { ...Object.fromEntries(keep.map((field) => [field, product[field]])), variants } as Product;
};
const colour = {
  code: 'colour',
  name: { zh: '颜色', en: 'Colour' },
  values: ['red', 'blue'].map((code) => ({ code, name: { zh: code } })),
};

describe('a product from nothing to the portal', () => {
  test('a draft with axes gets its first prices, is published when nothing is missing, and customers see it', async () => {
    const { id, number } = await create();
    const buyer = httpClient(shop, 'buyer');
    await buyer.signIn((await shop.addBuyer()).login);
    const seen = async () => (await buyer.query('catalog.product', { id })).status;
    expect(await seen()).toBe(404);
    expect(await li.mutate('products.setLife', { id, expectedVersion: 1, wish: { action: 'publish' } })).toMatchObject({
      status: 409,
      refusal: { kind: 'product-not-ready', missing: [{ what: 'price', items: [number] }] },
    });
    const draft = draftOf(await read(id, li));
    const [plain] = draft.variants;
    const variants = ['red', 'blue'].map((code, i) => ({
      ...plain,
      ...(i === 0 ? {} : { id: undefined }),
      itemNumber: `${number}-${code.toUpperCase()}`,
      options: { colour: code },
      firstPriceE4: 99_000 + i,
    }));
    const saved = await li.mutate('products.save', {
      id,
      expectedVersion: 1,
      draft: { ...draft, axes: [colour], variants },
    });
    expect(saved.data).toMatchObject({ version: 2 });
    expect(await li.mutate('products.setLife', { id, expectedVersion: 2, wish: { action: 'publish' } })).toMatchObject({
      status: 200,
    });
    expect(await seen()).toBe(200);
    const after = await read(id);
    expect(after.variants.map((variant) => [variant.itemNumber, variant.basePriceE4])).toEqual([
      [`${number}-RED`, 99_000],
      [`${number}-BLUE`, 99_001],
    ]);
    const stock =
      await shop.raw`select count(*)::int as n from stock where sku_id = any(${after.variants.map((v) => v.id ?? '')})`;
    expect(stock[0]?.n).toBe(4);
  });

  test('a first price never replaces one that is there', async () => {
    const { productId } = await shop.addSku({ price: 125_000 });
    const product = await read(productId);
    const variants = draftOf(product).variants.map((variant) => ({ ...variant, firstPriceE4: 1 }));
    await wang.mutate('products.save', {
      id: productId,
      expectedVersion: product.version,
      draft: { ...draftOf(product), variants },
    });
    expect((await read(productId)).variants.map(({ basePriceE4 }) => basePriceE4)).toEqual([125_000]);
  });
});

describe('two editors of one product', () => {
  test('the second is told who was faster and loses nothing; of two at once exactly one wins', async () => {
    const { id } = await create();
    const draft = draftOf(await read(id, li));
    const save = (client: Client, zh: string, expectedVersion: number) =>
      client.mutate('products.save', { id, expectedVersion, draft: { ...draft, name: { zh } } });
    const answers = await Promise.all([save(li, '甲', 1), save(wang, '乙', 1)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const winner = answers[0].status === 200 ? 'marketing' : 'administrator';
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.refusal).toMatchObject({
      kind: 'product-moved-on',
      expected: 1,
      actual: 2,
      by: expect.stringContaining(winner),
    });
    expect((await save(wang, '丙', 2)).status).toBe(200);
    expect((await read(id)).name).toEqual({ zh: '丙' });
  });

  test('the history tells every field with before and after, and costs only to those who may see them', async () => {
    const { id } = await create();
    const draft = draftOf(await read(id, wang));
    const variants = draft.variants.map((variant) => ({ ...variant, cost: 777, minQuantity: 6 }));
    await wang.mutate('products.save', { id, expectedVersion: 1, draft: { ...draft, model: 'X-1', variants } });
    const fields = async (client: Client) =>
      (
        (await client.query('products.history', { id })).data as {
          changes: { field: string; before: unknown; after: unknown }[];
        }[]
      )[0]?.changes;
    expect(await fields(wang)).toEqual(
      expect.arrayContaining([
        { field: 'model', before: null, after: 'X-1' },
        { field: `variants/${draft.number}/cost`, before: null, after: 777 },
        { field: `variants/${draft.number}/minQuantity`, before: 1, after: 6 },
      ]),
    );
    expect(JSON.stringify(await fields(li))).not.toContain('777');
    expect(JSON.stringify(await read(id, li))).not.toContain('"cost"');
  });

  test('who may not see costs saves without touching them', async () => {
    const { id } = await create();
    await shop.raw`update skus set cost = 4321 where product_id = ${id}`;
    const draft = draftOf(await read(id, li));
    const variants = draft.variants.map((variant) => ({ ...variant, cost: 1 }));
    await li.mutate('products.save', { id, expectedVersion: 1, draft: { ...draft, variants } });
    expect((await shop.raw`select cost::int as cost from skus where product_id = ${id}`)[0]?.cost).toBe(4321);
  });
});

describe('variants', () => {
  test('item numbers may change places in one save; a number of another product is refused with its owner', async () => {
    const { id, number } = await create();
    const draft = draftOf(await read(id));
    const [one] = draft.variants;
    const red = { ...one, itemNumber: `${number}-1`, options: { colour: 'red' } } as Variant;
    const { id: _, ...blue } = { ...red, itemNumber: `${number}-2`, options: { colour: 'blue' } };
    await wang.mutate('products.save', {
      id,
      expectedVersion: 1,
      draft: { ...draft, axes: [colour], variants: [red, blue] },
    });
    const next = draftOf(await read(id));
    const [a, b] = next.variants as [Variant, Variant];
    const swapped = [
      { ...a, itemNumber: b.itemNumber },
      { ...b, itemNumber: a.itemNumber },
    ];
    expect(
      (await wang.mutate('products.save', { id, expectedVersion: 2, draft: { ...next, variants: swapped } })).status,
    ).toBe(200);
    const other = await create();
    const taken = [{ ...swapped[0], itemNumber: other.number }, swapped[1]];
    expect(
      await wang.mutate('products.save', { id, expectedVersion: 3, draft: { ...next, variants: taken } }),
    ).toMatchObject({
      refusal: { kind: 'item-numbers-taken', items: [{ itemNumber: other.number, productNumber: other.number }] },
    });
  });

  test('one that was ordered is withdrawn when it is taken away, one that nothing happened to is deleted', async () => {
    const { skuId, productId } = await shop.addSku({ north: 5 });
    const buyer = await shop.addBuyer();
    expect((await place(shop.deps, buyer, [{ skuId, quantity: 1 }])).ok).toBe(true);
    const product = await read(productId);
    const draft = draftOf(product);
    const { id: _, ...twin } = {
      ...(draft.variants[0] as Variant),
      itemNumber: `T${productId}`,
      options: { colour: 'blue' },
      firstPriceE4: 10_000,
    };
    const both = [{ ...draft.variants[0], options: { colour: 'red' } }, twin];
    const save = (expectedVersion: number, variants: unknown[]) =>
      wang.mutate('products.save', { id: productId, expectedVersion, draft: { ...draft, axes: [colour], variants } });
    expect((await save(1, both)).status).toBe(200);
    const [, second] = draftOf(await read(productId)).variants;
    expect((await save(2, [second])).status).toBe(200);
    expect((await read(productId)).variants.map(({ id, status }) => [id, status])).toEqual(
      expect.arrayContaining([
        [skuId, 'withdrawn'],
        [second?.id, 'active'],
      ]),
    );
    const third = { ...(second as Variant), id: undefined, itemNumber: `U${productId}`, firstPriceE4: 10_000 };
    expect((await save(3, [third])).status).toBe(200);
    expect((await read(productId)).variants.map(({ id }) => id)).not.toContain(second?.id);
    expect(await shop.broken()).toEqual({});
  });

  test('goods that customers see keep what they must have', async () => {
    const { productId } = await shop.addSku();
    const draft = draftOf(await read(productId));
    const variants = draft.variants.map((variant) => ({ ...variant, status: 'withdrawn' }));
    expect(
      await wang.mutate('products.save', { id: productId, expectedVersion: 1, draft: { ...draft, variants } }),
    ).toMatchObject({
      refusal: { kind: 'product-not-ready', missing: [{ what: 'variants' }] },
    });
  });
});

describe('plans', () => {
  test('are carried out at their moment by the database clock, with a line in the history', async () => {
    const { productId } = await shop.addSku();
    const status = async () =>
      (await shop.raw`select status, publish_at, withdraw_at from products where id = ${productId}`)[0];
    await shop.raw`update products set status = 'draft', publish_at = now() + interval '1 hour' where id = ${productId}`;
    await carryOutPlans(shop.deps);
    expect(await status()).toMatchObject({ status: 'draft' });
    expect(await productPlanStore.nextIn(shop.db)).toBeGreaterThan(3_500_000);
    await shop.raw`update products set publish_at = now(), withdraw_at = now() + interval '1 hour' where id = ${productId}`;
    expect(await carryOutPlans(shop.deps)).toBe(1);
    expect(await status()).toMatchObject({ status: 'published', publish_at: null });
    await shop.raw`update products set withdraw_at = now() - interval '1 second' where id = ${productId}`;
    expect(await Promise.all([carryOutPlans(shop.deps), carryOutPlans(shop.deps)]).then((n) => n.toSorted())).toEqual([
      0, 1,
    ]);
    expect(await status()).toMatchObject({ status: 'withdrawn', withdraw_at: null });
    const history = (await wang.query('products.history', { id: productId })).data as { action: string }[];
    expect(history.map(({ action }) => action)).toEqual(['product.withdrawn', 'product.published']);
  });

  test('in the past, out of order, or for goods that are not ready are refused', async () => {
    const { productId } = await shop.addSku();
    const plan = (publishAt: string | null, withdrawAt: string | null) =>
      wang.mutate('products.setLife', { id: productId, wish: { action: 'plan', publishAt, withdrawAt } });
    expect((await plan(null, '2001-01-01T00:00:00.000Z')).refusal).toMatchObject({
      kind: 'plan-in-past',
      field: 'withdrawAt',
    });
    const { id } = await create();
    const late = '2999-01-01T00:00:00.000Z';
    expect(
      (await wang.mutate('products.setLife', { id, wish: { action: 'plan', publishAt: late, withdrawAt: null } }))
        .refusal,
    ).toMatchObject({
      kind: 'product-not-ready',
    });
    expect(
      (await wang.mutate('products.setLife', { id, wish: { action: 'plan', publishAt: late, withdrawAt: late } }))
        .refusal,
    ).toEqual({
      kind: 'plan-out-of-order',
    });
  });
});

test('a duplicate is a draft of its own under new numbers; only drafts that nothing happened to are deleted', async () => {
  const { productId } = await shop.addSku({ north: 3 });
  const copied = await wang.mutate('products.duplicate', {
    id: productId,
    number: 'COPY',
    withVariants: true,
    withPictures: true,
  });
  const { id } = copied.data as { id: string };
  expect(await read(id)).toMatchObject({ status: 'draft', number: 'COPY', variants: [{ basePriceE4: null }] });
  expect(
    (
      await wang.mutate('products.duplicate', {
        id: productId,
        number: 'COPY',
        withVariants: false,
        withPictures: false,
      })
    ).refusal,
  ).toEqual({ kind: 'product-number-taken', number: 'COPY' });
  const remove = async (target: string) =>
    wang.mutate('products.remove', { id: target, expectedVersion: (await read(target)).version });
  expect((await remove(productId)).refusal).toMatchObject({ kind: 'product-not-draft' });
  await shop.raw`update products set status = 'draft' where id = ${productId}`;
  expect((await remove(productId)).refusal).toMatchObject({ kind: 'product-in-use' });
  expect((await remove(id)).status).toBe(200);
  expect((await wang.query('products.get', { id })).status).toBe(404);
});
