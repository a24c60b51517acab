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
