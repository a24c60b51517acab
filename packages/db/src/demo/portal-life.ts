import type { InferInsertModel } from 'drizzle-orm';
import type {
  customerCodes,
  expectedReceipts,
  goodsListLines,
  goodsLists,
  news,
  relatedProducts,
} from '../schema/index.ts';
import type { Catalogue } from './catalogue/build.ts';
import { at, DAY, midnight } from './clock.ts';
import { idsFrom } from './ids.ts';
import type { DemoCustomer } from './people/customers.ts';
import { randomFrom } from './random.ts';

export type PortalLife = {
  readonly news: InferInsertModel<typeof news>[];
  readonly related: InferInsertModel<typeof relatedProducts>[];
  readonly lists: InferInsertModel<typeof goodsLists>[];
  readonly listLines: InferInsertModel<typeof goodsListLines>[];
  readonly codes: InferInsertModel<typeof customerCodes>[];
  readonly receipts: InferInsertModel<typeof expectedReceipts>[];
};

const names = ['每周补货', '月底盘点后补', '新店铺货'];

/** What makes the portal's home and product pages live on the first day: news, lists, own codes, goods on their way. */
export const buildPortalLife = (
  seed: number,
  now: number,
  catalogue: Catalogue,
  customers: readonly DemoCustomer[],
  warehouseId: string,
): PortalLife => {
  const [ids, random] = [idsFrom(seed, 'portal-life'), randomFrom(seed, 'portal-life')];
  const sold = catalogue.products.filter(({ row }) => row.status === 'published');
  const skus = sold.flatMap((product) => product.skus.slice(0, 1).map(({ row }) => row));
  const pick = (count: number, from: number) => skus.slice(from, from + count);
  const lists: PortalLife['lists'] = [];
  const listLines: PortalLife['listLines'] = [];
  const codes: PortalLife['codes'] = [];
  for (const [index, customer] of customers.slice(0, 12).entries()) {
    const companyId = customer.row.id;
    const made = at(now - 20 * DAY);
    const keepers = customer.buyers.filter(
      ({ role }) => role === 'owner' || role === 'purchaser' || role === 'approver',
    );
    for (const [turn, { id: buyerId }] of keepers.slice(0, index === 0 ? 3 : 1).entries()) {
      const [favourites, weekly] = [ids(now), ids(now)];
      const stamps = { createdAt: made, updatedAt: made };
      lists.push(
        { id: favourites, companyId, buyerId, kind: 'favourites', name: '', ...stamps },
        {
          id: weekly,
          companyId,
          buyerId,
          kind: 'list',
          name: names[turn] ?? '每周补货',
          shared: turn === 0,
          ...stamps,
        },
      );
      pick(6, index * 7 + turn * 3).forEach((sku, position) => {
        listLines.push({ listId: favourites, skuId: sku.id, position, addedAt: made });
      });
      pick(8, index * 5 + turn * 9 + 3).forEach((sku, position) => {
        const quantity = (sku.minQuantity ?? 1) * random.int(1, 4);
        listLines.push({ listId: weekly, skuId: sku.id, quantity, position, addedAt: made });
      });
    }
    pick(10, index * 4).forEach((sku, nth) => {
      const code = `${String.fromCharCode(65 + index)}-${String(1001 + nth)}`;
      const normalised = code.toLowerCase().replace('-', '');
      codes.push({ companyId, code, normalised, skuId: sku.id, createdAt: made });
    });
  }
  const byLeaf = Map.groupBy(sold, (product) => product.row.categoryId);
  const related = sold.flatMap((product) =>
    (byLeaf.get(product.row.categoryId) ?? [])
      .filter((other) => other !== product)
      .slice(0, 4)
      .map((other, position) => ({ productId: product.row.id, relatedId: other.row.id, position })),
  );
  const receipts = skus
    .filter((_, index) => index % 9 === 0)
    .map((sku) => ({
      id: ids(now),
      skuId: sku.id,
      warehouseId,
      quantity: 240,
      expectedOn: new Date(now + DAY * random.int(3, 20)).toISOString().slice(0, 10),
      createdAt: at(now - 2 * DAY),
    }));
  const item = (
    zh: readonly [string, string],
    en: readonly [string, string],
    from: number,
    to: number | null,
    pinned: boolean,
  ): PortalLife['news'][number] => ({
    id: ids(now),
    title: { zh: zh[0], en: en[0] },
    body: { zh: zh[1], en: en[1] },
    pinned,
    status: 'published',
    startsAt: at(from),
    endsAt: to === null ? null : at(to),
    createdAt: at(from),
    updatedAt: at(from),
  });
  return {
    news: [
      item(
        ['月底盘点，30 日下午暂停发货', '每月 30 日下午仓库盘点，当天 12 点前的订单照常发出，之后的次日发出。'],
        [
          'Stock-taking: no dispatch on the afternoon of the 30th',
          'The warehouses count on the afternoon of the 30th. Orders placed by noon leave the same day, later ones the next.',
        ],
        midnight(now - 3 * DAY),
        midnight(now + 12 * DAY),
        true,
      ),
      item(
        ['冬季新品到货', '保温杯、暖手宝和加厚手套已到南北两仓，整箱起订有阶梯价。'],
        [
          'Winter goods have arrived',
          'Vacuum flasks, hand warmers and lined gloves are in both warehouses, with lower prices by the carton.',
        ],
        midnight(now - 9 * DAY),
        null,
        false,
      ),
    ],
    related,
    lists,
    listLines,
    codes,
    receipts,
  };
};
