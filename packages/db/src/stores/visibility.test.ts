import { type Assortment, isVisible, type Viewer, type VisibleGoods } from '@tradeline/domain/catalog';
import { asc, eq, sql } from 'drizzle-orm';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../ids.ts';
import {
  assortmentAudiences,
  assortmentGoods,
  assortments,
  brands,
  categories,
  companies,
  customerGroups,
  products,
} from '../schema/index.ts';
import { testDatabase } from '../testing/index.ts';
import { activeAssortments, visibleTo } from './visibility.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
const tree = { food: newId(), tea: newId(), green: newId(), tools: newId() };
const brand = { acme: newId(), orient: newId() };
const [kiosk, market, retail, trade] = [newId(), newId(), newId(), newId()];
const goods: VisibleGoods[] = [
  { productId: newId(), categoryIds: [tree.green, tree.tea, tree.food], brandId: brand.orient, tags: ['new'] },
  { productId: newId(), categoryIds: [tree.tea, tree.food], tags: ['new', 'gift'] },
  { productId: newId(), categoryIds: [tree.food], brandId: brand.acme, tags: [] },
  { productId: newId(), categoryIds: [tree.tools], tags: [] },
  { productId: newId(), categoryIds: [tree.tools], brandId: brand.acme, tags: ['gift'] },
];
const viewers: Viewer[] = [
  { kind: 'stranger' },
  { kind: 'company', companyId: kiosk, groupId: retail, level: 'silver' },
  { kind: 'company', companyId: market, level: 'gold' },
  { kind: 'company', companyId: newId(), groupId: trade, level: 'silver' },
];

beforeAll(async () => {
  database = await testDatabase(2);
  const { db } = database;
  const name = { zh: '名' };
  await db.insert(categories).values([
    { id: tree.food, slug: 'food', name },
    { id: tree.tea, slug: 'tea', name, parentId: tree.food },
    { id: tree.green, slug: 'green', name, parentId: tree.tea },
    { id: tree.tools, slug: 'tools', name },
  ]);
  await db.insert(brands).values([
    { id: brand.acme, slug: 'acme', name },
    { id: brand.orient, slug: 'orient', name },
  ]);
  await db.insert(customerGroups).values([
    { id: retail, code: 'retail', name },
    { id: trade, code: 'trade', name },
  ]);
  await db.insert(companies).values([
    { id: kiosk, number: 'C1', name: 'kiosk' },
    { id: market, number: 'C2', name: 'market' },
  ]);
  await db.insert(products).values(
    goods.map(({ productId, categoryIds, brandId, tags }, i) => ({
      id: productId,
      number: `P${i}`,
      name,
      categoryId: categoryIds[0]!,
      brandId: brandId ?? null,
      tags: [...tags],
    })),
  );
});
afterAll(() => database.close());

const goodsRef = fc.oneof(
  fc.record({ kind: fc.constant('product' as const), ref: fc.constantFrom(...goods.map((one) => one.productId)) }),
  fc.record({ kind: fc.constant('category' as const), ref: fc.constantFrom(...Object.values(tree)) }),
  fc.record({ kind: fc.constant('brand' as const), ref: fc.constantFrom(...Object.values(brand)) }),
  fc.record({ kind: fc.constant('tag' as const), ref: fc.constantFrom('new', 'gift', 'gone') }),
);
const audience = fc.oneof(
  fc.constantFrom({ kind: 'everyone' as const }, { kind: 'stranger' as const }),
  fc.record({ kind: fc.constant('company' as const), ref: fc.constantFrom(kiosk, market) }),
  fc.record({ kind: fc.constant('group' as const), ref: fc.constantFrom(retail, trade) }),
  fc.record({ kind: fc.constant('level' as const), ref: fc.constantFrom('silver', 'gold') }),
);
const key = (one: { kind: string; ref?: string }) => `${one.kind}:${one.ref ?? ''}`;
const assortment = fc.record({
  effect: fc.constantFrom('only' as const, 'hide' as const),
  active: fc.boolean(),
  audiences: fc.uniqueArray(audience, { maxLength: 3, selector: key }),
  goods: fc.uniqueArray(goodsRef, { maxLength: 3, selector: key }),
});

test('the condition of the queries and the rule of the domain name the same goods, for everybody', async () => {
  const { db } = database;
  await fc.assert(
    fc.asyncProperty(fc.array(assortment, { maxLength: 5 }), async (stored) => {
      await db.execute(sql`truncate assortments cascade`);
      for (const [i, { effect, active, audiences, goods }] of stored.entries()) {
        const id = newId();
        await db.insert(assortments).values({ id, code: `A${i}`, name: { zh: '组' }, effect, active });
        const own = { assortmentId: id };
        if (audiences.length > 0)
          await db
            .insert(assortmentAudiences)
            .values(
              audiences.map((one) => ({ id: newId(), ...own, kind: one.kind, ref: 'ref' in one ? one.ref : '' })),
            );
        if (goods.length > 0)
          await db.insert(assortmentGoods).values(goods.map((one) => ({ id: newId(), ...own, ...one })));
      }
      const active: Assortment[] = stored.filter((one) => one.active);
      const read = await activeAssortments(db);
      for (const viewer of viewers) {
        const rows = await db
          .select({ id: products.id })
          .from(products)
          .where(visibleTo(viewer))
          .orderBy(asc(products.number));
        const expected = goods.filter((one) => isVisible(one, active, viewer)).map((one) => one.productId);
        expect(rows.map((row) => row.id)).toEqual(expected);
        expect(goods.filter((one) => isVisible(one, read, viewer)).map((one) => one.productId)).toEqual(expected);
      }
    }),
    { numRuns: 40 },
  );
});

test('under another name of the table the condition is the same', async () => {
  const { db } = database;
  await db.execute(sql`truncate assortments cascade`);
  const id = newId();
  await db.insert(assortments).values({ id, code: 'H', name: { zh: '组' }, effect: 'hide' });
  await db.insert(assortmentAudiences).values({ id: newId(), assortmentId: id, kind: 'everyone' });
  await db.insert(assortmentGoods).values({ id: newId(), assortmentId: id, kind: 'category', ref: tree.food });
  const rows = await db.execute<{ number: string }>(
    sql`select p.number from products p where ${visibleTo({ kind: 'stranger' }, 'p')} order by 1`,
  );
  expect(rows.map((row) => row.number)).toEqual(['P3', 'P4']);
  await db.delete(assortments).where(eq(assortments.id, id));
});
