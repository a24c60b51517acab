import { sql } from '@tradeline/db';
import * as schema from '@tradeline/db/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../../../testing/index.ts';
import { findGoods } from './find-goods.ts';
import { narrowForStaff } from './narrow-for-staff.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const add = async (zh: string, status: string): Promise<string> => {
  const { productId } = await shop.addSku({ price: 10_000, north: 1 });
  await shop.db.update(schema.products).set({ name: { zh }, status }).where(sql`${schema.products.id} = ${productId}`);
  return productId;
};

test('staff find drafts and withdrawn goods by pinyin, and at once after they were saved', async () => {
  const shown = await add('得力十字螺丝刀', 'published');
  const draft = await add('一字螺丝刀', 'draft');
  const withdrawn = await add('棘轮螺丝刀', 'withdrawn');
  await add('订书机', 'published');
  expect(new Set(await findGoods(shop.deps, 'luosidao'))).toEqual(new Set([shown, draft, withdrawn]));
  const narrowed = await narrowForStaff(shop.deps, { text: ' luosidao ', status: 'draft' });
  expect(narrowed.status).toBe('draft');
  expect(new Set(narrowed.ids)).toEqual(new Set([shown, draft, withdrawn]));
  const late = await add('电动螺丝刀', 'draft');
  expect((await findGoods(shop.deps, '电动螺丝刀'))[0]).toBe(late);
});

test('goods that came by the hundred are all found, and one of them that went is not', async () => {
  await findGoods(shop.deps, '先问一次');
  const added = await shop.raw<{ id: string }[]>`
    insert into products (id, number, name, category_id, status)
    select gen_random_uuid(), 'MANY-' || n, jsonb_build_object('zh', '多功能收纳盒 ' || n), (select id from categories limit 1), 'published'
    from generate_series(1, 1203) n returning id`;
  const ids = added.map(({ id }) => id).toSorted();
  expect((await findGoods(shop.deps, 'shounahe', Number.POSITIVE_INFINITY)).toSorted()).toEqual(ids);
  await shop.raw`delete from products where id = ${ids[700]!}`;
  const left = await findGoods(shop.deps, '收纳盒', Number.POSITIVE_INFINITY);
  expect([left.length, left.includes(ids[700]!)]).toEqual([1_202, false]);
});
