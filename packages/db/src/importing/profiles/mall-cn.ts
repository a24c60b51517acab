import { CNY } from '@tradeline/domain/money';
import { sql } from 'drizzle-orm';
import { exactText, total } from '../exact.ts';
import { profile } from '../profile.ts';
import { files, isWithdrawn, type Mall } from './mall-cn/files.ts';
import { catalogue } from './mall-cn/goods.ts';
import { priceRules, skuPrices } from './mall-cn/price-rules.ts';

const imported = (kind: string) => sql`join imported i on i.kind = ${kind}`;
const productOf = (t: Mall, id: number) => t.products.find(id);
const typeOf = (t: Mall, id: number) => productOf(t, id)?.values.promotion_type;
const isSold = (t: Mall, id: number): boolean => !isWithdrawn(productOf(t, id));

export const mallCn = profile({
  source: 'mall-cn',
  title: 'mall',
  currency: CNY,
  files,
  treatments: [
    {
      file: 'categories',
      outcome: 'set-aside',
      words: 'the category above it is not in the file: no product uses it',
      when: ({ key, values }, t) =>
        values.parent_id !== undefined &&
        !t.categories.find(values.parent_id) &&
        !t.products.all.some((product) => String(product.values.product_category_id) === key),
    },
    {
      file: 'brands',
      outcome: 'set-aside',
      words: 'hidden brand without a product',
      when: (row, t) =>
        !row.values.show_status && !t.products.all.some(({ values }) => String(values.brand_id) === row.key),
    },
    {
      file: 'products',
      outcome: 'kept',
      words:
        'deleted in the source (withdrawn and test goods): arrives withdrawn, with no stock, and cannot be ordered',
      when: (row) => isWithdrawn(row),
    },
    {
      file: 'products',
      outcome: 'kept',
      words: 'not published in the source: arrives as a draft',
      when: (row) => !isWithdrawn(row) && !row.values.publish_status,
    },
    {
      file: 'products',
      outcome: 'kept',
      words: 'has no SKU rows: is its own only SKU',
      when: (row, t) => !t.skus.all.some(({ values }) => String(values.product_id) === row.key),
    },
    {
      file: 'skus',
      outcome: 'kept',
      words: 'reserved quantity below zero: taken as 0, the stock on hand as stated',
      when: ({ values }) => values.lock_stock < 0,
    },
    {
      file: 'skus',
      outcome: 'kept',
      words: 'reserved quantity without an order that holds it: not carried over',
      when: ({ values }) => values.lock_stock > 0,
    },
    {
      file: 'skus',
      outcome: 'kept',
      words: 'promotion price: a price list with the window of its product',
      when: ({ values }, t) => values.promotion_price !== undefined && typeOf(t, values.product_id) === '1',
    },
    {
      file: 'attributeValues',
      outcome: 'set-aside',
      words: 'parameter without a value',
      when: ({ values }) => values.value === undefined,
    },
    {
      file: 'memberPrices',
      outcome: 'set-aside',
      words: 'empty member price',
      when: ({ values }) => values.member_price === undefined,
    },
    {
      file: 'memberPrices',
      outcome: 'kept',
      words: 'member price of withdrawn goods: kept, without effect',
      when: ({ values }, t) => values.member_price !== undefined && !isSold(t, values.product_id),
    },
    {
      file: 'memberPrices',
      outcome: 'kept',
      words: 'member price above the list price: kept as stated',
      when: ({ values }, t) => (values.member_price ?? 0) > (productOf(t, values.product_id)?.values.price ?? 0),
    },
    {
      file: 'quantityTiers',
      outcome: 'set-aside',
      words: 'empty tier (from 0 pieces)',
      when: ({ values }) => values.count === 0,
    },
    {
      file: 'quantityTiers',
      outcome: 'set-aside',
      words: 'tier that is not in force: the promotion of the product is of another type',
      when: ({ values }, t) => values.count > 0 && isSold(t, values.product_id) && typeOf(t, values.product_id) !== '3',
    },
    {
      file: 'quantityTiers',
      outcome: 'kept',
      words: 'tier of withdrawn goods: kept, without effect',
      when: ({ values }, t) => values.count > 0 && !isSold(t, values.product_id),
    },
    {
      file: 'fullReductions',
      outcome: 'set-aside',
      words: 'empty reduction (from 0.00)',
      when: ({ values }) => values.full_price === 0,
    },
    {
      file: 'fullReductions',
      outcome: 'kept',
      words: 'in force in the source: arrives as a draft, to be released by a person',
      when: ({ values }, t) => values.full_price > 0 && typeOf(t, values.product_id) === '4',
    },
    {
      file: 'fullReductions',
      outcome: 'kept',
      words: 'not in force in the source (another promotion type, or withdrawn goods): arrives as a draft',
      when: ({ values }, t) => values.full_price > 0 && typeOf(t, values.product_id) !== '4',
    },
    {
      file: 'coupons',
      outcome: 'set-aside',
      words: 'coupons that the source gave to its own members: not carried over',
      when: () => true,
    },
  ],
  *records(t) {
    yield* catalogue(t);
    yield* priceRules(t);
  },
  controls: [
    {
      name: 'SKUs of skus.csv',
      fromFiles: (t) => t.skus.all.length,
      fromDatabase: sql`select count(*) as value from skus s ${imported('sku')} and i.id = s.id where i.external_id not like 'product-%'`,
    },
    {
      name: 'units in stock',
      fromFiles: (t) => String(total(t.skus.all, ({ values }) => values.stock)),
      fromDatabase: sql`select coalesce(sum(e.on_hand), 0) as value from stock_entries e ${imported('stock')} and i.id = e.sku_id where e.actor = 'import:mall-cn'`,
    },
    {
      name: 'list prices of SKUs, CNY',
      fromFiles: (t) =>
        exactText(
          total(t.skus.all, ({ values }) => values.price),
          4,
        ),
      fromDatabase: sql`select trim_scale(sum(p.unit_price_e_4) / 10000.0) as value from prices p join price_lists l on l.id = p.price_list_id and l.code = 'MALL-BASE' ${imported('price')} and i.id = p.id and i.external_id not like '%/product-%' where p.min_quantity = 1`,
    },
    {
      name: 'member prices, one per SKU',
      fromFiles: (t) => t.memberPrices.all.reduce((sum, { values }) => sum + skuPrices(t, values.product_id).length, 0),
      fromDatabase: sql`select count(*) as value from prices p join price_lists l on l.id = p.price_list_id and l.kind = 'member' ${imported('price')} and i.id = p.id`,
    },
    {
      name: 'tier prices, one per SKU',
      fromFiles: (t) =>
        t.quantityTiers.all.reduce((sum, { values }) => sum + skuPrices(t, values.product_id).length, 0),
      fromDatabase: sql`select count(*) as value from prices p ${imported('price')} and i.id = p.id where p.min_quantity > 1`,
    },
    {
      name: 'reduction steps, CNY taken off',
      fromFiles: (t) =>
        exactText(
          total(t.fullReductions.all, ({ values }) => values.reduce_price),
          2,
        ),
      fromDatabase: sql`select trim_scale(coalesce(sum((tier ->> 'amount')::numeric), 0) / 100) as value from promotions p ${imported('promotion')} and i.id = p.id, jsonb_array_elements(p.definition -> 'actions' -> 0 -> 'tiers') tier`,
    },
    {
      name: 'specification values',
      fromFiles: (t) =>
        new Set(
          t.attributeValues.all
            .filter(({ values: { product_id, product_attribute_id } }) => {
              const isOption = t.attributes.find(product_attribute_id)?.values.type === '0';
              return !isOption || !t.skus.all.some(({ values }) => values.product_id === product_id);
            })
            .map(({ values }) => `${values.product_id}/${values.product_attribute_id}`),
        ).size,
      fromDatabase: sql`select coalesce(sum(jsonb_array_length(p.specification)), 0) as value from products p ${imported('product')} and i.id = p.id`,
    },
  ],
});
