import type { Instant } from '@tradeline/domain/kernel';
import { CNY, type Minor, scale, type UnitPriceE4, unitPriceE4 } from '@tradeline/domain/money';
import { sql } from 'drizzle-orm';
import type { OptionAxis, Specification } from '../../schema/index.ts';
import {
  amount,
  flag,
  json,
  localMoment,
  noneWhen,
  oneOf,
  optional,
  refersTo,
  share,
  text,
  unitPrice,
  whole,
} from '../columns/index.ts';
import { exactText, total } from '../exact.ts';
import { file, type Tables } from '../file.ts';
import { profile } from '../profile.ts';
import { record } from '../record.ts';

type SpecPart = { key: string; value: string };
const isPart = (part: unknown): part is SpecPart =>
  typeof part === 'object' &&
  part !== null &&
  'key' in part &&
  typeof part.key === 'string' &&
  'value' in part &&
  typeof part.value === 'string';
const specParts = json<SpecPart[]>(
  (value) => (Array.isArray(value) && value.every(isPart) ? value : undefined),
  '[{"key": …, "value": …}]',
);

/** The catalogue of a Chinese shop with its price rules, as CSV. Which rule of a product is in force is its `promotion_type`. */
const files = {
  brands: file({
    name: 'brands.csv',
    key: ['id'],
    columns: { id: whole(), name: text(), show_status: flag() },
    notTaken: ['first_letter', 'sort', 'factory_status'],
  }),
  categories: file({
    name: 'categories.csv',
    key: ['id'],
    columns: {
      id: whole(),
      parent_id: noneWhen('0', refersTo('categories', whole())),
      name: text(),
      product_unit: optional(text()),
      sort: whole(),
    },
    notTaken: ['level', 'nav_status', 'show_status', 'keywords', 'description'],
  }),
  attributeGroups: file({
    name: 'attribute_categories.csv',
    key: ['id'],
    columns: { id: whole(), name: text() },
    notTaken: ['attribute_count', 'param_count'],
    lookup: true,
  }),
  attributes: file({
    name: 'attributes.csv',
    key: ['id'],
    columns: {
      id: whole(),
      product_attribute_category_id: noneWhen('0', refersTo('attributeGroups', whole())),
      name: text(),
      type: oneOf('0', '1'),
    },
    notTaken: [
      'select_type',
      'input_type',
      'input_list',
      'sort',
      'filter_type',
      'search_type',
      'related_status',
      'hand_add_status',
    ],
    lookup: true,
  }),
  memberLevels: file({
    name: 'member_levels.csv',
    key: ['id'],
    columns: { id: whole(), name: oneOf('普通会员', '黄金会员', '白金会员', '钻石会员') },
    notTaken: [
      'growth_point',
      'default_status',
      'free_freight_point',
      'priviledge_free_freight',
      'priviledge_member_price',
    ],
    lookup: true,
  }),
  products: file({
    name: 'products.csv',
    key: ['id'],
    columns: {
      id: whole(),
      name: text(),
      sub_title: optional(text()),
      keywords: optional(text()),
      brand_id: refersTo('brands', whole()),
      product_category_id: refersTo('categories', whole()),
      product_sn: optional(text()),
      price: unitPrice(),
      promotion_type: oneOf('0', '1', '2', '3', '4', '5'),
      promotion_start_time: optional(localMoment()),
      promotion_end_time: optional(localMoment()),
      unit: optional(text()),
      weight: noneWhen('0.00', whole({ from: 1 })),
      publish_status: flag(),
      delete_status: flag(),
    },
    notTaken: [
      'brand_name',
      'product_category_name',
      'product_attribute_category_id',
      'original_price',
      'promotion_price',
      'promotion_per_limit',
      'stock',
      'low_stock',
      'sale',
      'verify_status',
    ],
  }),
  skus: file({
    name: 'skus.csv',
    key: ['id'],
    columns: {
      id: whole(),
      product_id: refersTo('products', whole()),
      sku_code: text(),
      sp_data: specParts,
      price: unitPrice(),
      promotion_price: optional(unitPrice()),
      stock: whole({ from: 0 }),
      low_stock: optional(whole({ from: 0 })),
      lock_stock: whole(),
    },
    notTaken: ['sale'],
  }),
  attributeValues: file({
    name: 'attribute_values.csv',
    key: ['id'],
    columns: {
      id: whole(),
      product_id: refersTo('products', whole()),
      product_attribute_id: refersTo('attributes', whole()),
      value: optional(text()),
    },
  }),
  memberPrices: file({
    name: 'member_prices.csv',
    key: ['id'],
    columns: {
      id: whole(),
      product_id: refersTo('products', whole()),
      member_level_id: refersTo('memberLevels', whole()),
      member_price: optional(unitPrice()),
    },
    notTaken: ['member_level_name'],
  }),
  quantityTiers: file({
    name: 'quantity_tiers.csv',
    key: ['id'],
    columns: { id: whole(), product_id: refersTo('products', whole()), count: whole({ from: 0 }), discount: share() },
    notTaken: ['price'],
  }),
  fullReductions: file({
    name: 'full_reductions.csv',
    key: ['id'],
    columns: { id: whole(), product_id: refersTo('products', whole()), full_price: amount(), reduce_price: amount() },
  }),
  coupons: file({
    name: 'coupons.csv',
    key: ['id'],
    columns: { id: whole(), name: text() },
    notTaken: [
      'type',
      'amount',
      'min_point',
      'per_limit',
      'use_type',
      'start_time',
      'end_time',
      'count',
      'publish_count',
      'use_count',
      'receive_count',
      'code',
    ],
  }),
} as const;
type Mall = Tables<typeof files>;
type Product = Mall['products']['all'][number];
type Sku = Mall['skus']['all'][number];

/** Their three paid levels by rank, since ours are three too: the lowest of theirs is the lowest of ours, whatever its metal. */
const LEVELS = {
  黄金会员: { level: 'silver', code: 'MALL-SILVER', en: 'Silver member prices' },
  白金会员: { level: 'gold', code: 'MALL-GOLD', en: 'Gold member prices' },
  钻石会员: { level: 'diamond', code: 'MALL-DIAMOND', en: 'Diamond member prices' },
} as const;
const levelOf = (t: Mall, id: number) => {
  const { name } = t.memberLevels.find(id)!.values;
  return name === '普通会员' ? undefined : { name, ...LEVELS[name] };
};

/** Option axes that the shop uses, with a code for addresses and an English name. Any other keeps its own name. */
const AXES: Record<string, { code: string; en: string }> = {
  颜色: { code: 'colour', en: 'Colour' },
  容量: { code: 'capacity', en: 'Capacity' },
  尺寸: { code: 'size', en: 'Size' },
  版本: { code: 'version', en: 'Version' },
  风格: { code: 'style', en: 'Style' },
  内存: { code: 'memory', en: 'Memory' },
  系列: { code: 'series', en: 'Series' },
};
const axisOf = (name: string) => AXES[name] ?? { code: name, en: name };

const WAREHOUSE = 'mall-cn';
const BASE = 'base';
const live = (product: Product): boolean => !product.values.delete_status;
const productOf = (t: Mall, id: number): Product => t.products.find(id)!;
/** A product without SKU rows is sold as itself, so it is its own only SKU. */
const ownSku = (product: Product): string => `product-${product.key}`;
const skusOf = (t: Mall): ReadonlyMap<number, Sku[]> => Map.groupBy(t.skus.all, (row) => row.values.product_id);
/** A product's price rules speak of all its SKUs. */
const skuPrices = (t: Mall, product: Product): { sku: string; price: UnitPriceE4 }[] =>
  skusOf(t)
    .get(product.values.id)
    ?.map((sku) => ({ sku: sku.key, price: sku.values.price })) ?? [
    { sku: ownSku(product), price: product.values.price },
  ];

const axes = (skus: readonly Sku[]): OptionAxis[] => {
  const found = new Map<string, Set<string>>();
  for (const { values } of skus)
    for (const { key, value } of values.sp_data) found.set(key, (found.get(key) ?? new Set()).add(value));
  return [...found].map(([name, values]) => ({
    code: axisOf(name).code,
    name: { zh: name, en: axisOf(name).en },
    values: [...values].map((value) => ({ code: value, name: { zh: value } })),
  }));
};

const specification = (t: Mall, values: Mall['attributeValues']['all']): Specification => {
  const byAttribute = Map.groupBy(values, (row) => row.values.product_attribute_id);
  return [...byAttribute].map(([attribute, rows]) => ({
    name: { zh: t.attributes.find(attribute)!.values.name },
    value: { zh: rows.map((row) => row.values.value).join('、') },
  }));
};

function* records(t: Mall) {
  yield record('warehouse', WAREHOUSE, [], { code: 'MALL', name: { zh: '商城仓', en: 'Mall warehouse' } });
  yield record('price-list', BASE, [], {
    code: 'MALL-BASE',
    name: { zh: '商城标准价', en: 'Mall list prices' },
    kind: 'base',
    currency: CNY,
    priority: 0,
  });
  for (const row of t.brands.all)
    yield record('brand', row.key, [row], { slug: `mall-${row.key}`, name: { zh: row.values.name } });
  for (const row of t.categories.all) {
    const { name, sort, parent_id } = row.values;
    yield record('category', row.key, [row], {
      slug: `mall-${row.key}`,
      name: { zh: name },
      position: sort,
      parent: parent_id === undefined ? undefined : String(parent_id),
    });
  }
  const values = Map.groupBy(t.attributeValues.all, (row) => row.values.product_id);
  const skus = skusOf(t);
  for (const product of t.products.all)
    yield* goods(t, product, skus.get(product.values.id) ?? [], values.get(product.values.id) ?? []);
  yield* promotionPrices(t, skus);
  yield* memberPrices(t);
  yield* tiers(t);
  yield* reductions(t);
}

function* goods(t: Mall, product: Product, skus: readonly Sku[], values: Mall['attributeValues']['all']) {
  const v = product.values;
  yield record('product', product.key, [product, ...values], {
    number: `MALL-${v.id}`,
    name: { zh: v.name },
    summary: v.sub_title === undefined ? undefined : { zh: v.sub_title },
    model: v.product_sn,
    brand: String(v.brand_id),
    category: String(v.product_category_id),
    axes: axes(skus),
    specification: specification(t, values),
    keywords: v.keywords ?? '',
    taxRate: '13',
    status: v.delete_status ? 'withdrawn' : v.publish_status ? 'published' : 'draft',
  });
  const unit = v.unit ?? t.categories.find(v.product_category_id)!.values.product_unit ?? '件';
  const shared = {
    product: product.key,
    unit: unit === '件' ? { zh: '件', en: 'piece' } : { zh: unit },
    status: v.delete_status ? 'withdrawn' : 'active',
    weightGrams: v.weight,
  } as const;
  if (skus.length === 0) {
    yield record('sku', ownSku(product), [product], {
      ...shared,
      itemNumber: `MALL-${v.id}`,
      options: {},
      position: 0,
    });
    yield record('price', `${BASE}/${ownSku(product)}/1`, [product], {
      list: BASE,
      sku: ownSku(product),
      minQuantity: 1,
      unitPriceE4: v.price,
    });
  }
  for (const [position, row] of skus.entries()) {
    const options = Object.fromEntries(row.values.sp_data.map(({ key, value }) => [axisOf(key).code, value]));
    yield record('sku', row.key, [row], { ...shared, itemNumber: row.values.sku_code, options, position });
    yield record('price', `${BASE}/${row.key}/1`, [row], {
      list: BASE,
      sku: row.key,
      minQuantity: 1,
      unitPriceE4: row.values.price,
    });
    yield record('stock', row.key, [row], {
      sku: row.key,
      warehouse: WAREHOUSE,
      onHand: row.values.stock,
      safety: row.values.low_stock ?? 0,
    });
  }
}

/** Promotion prices hold in the window of their product, so each such product has a list with that window, before the base list. */
function* promotionPrices(t: Mall, skus: ReadonlyMap<number, Sku[]>) {
  for (const product of t.products.all.filter(({ values }) => values.promotion_type === '1')) {
    const reduced = (skus.get(product.values.id) ?? []).filter(({ values }) => values.promotion_price !== undefined);
    if (reduced.length === 0) continue;
    const list = `promotion-${product.key}`;
    yield record('price-list', list, [product], {
      code: `MALL-PROMOTION-${product.key}`,
      name: { zh: `促销价 ${product.values.name}`.slice(0, 40), en: `Promotion prices of MALL-${product.key}` },
      kind: 'base',
      currency: CNY,
      priority: 10,
      validFrom: product.values.promotion_start_time,
      validTo: product.values.promotion_end_time,
    });
    for (const row of reduced)
      yield record('price', `${list}/${row.key}/1`, [row], {
        list,
        sku: row.key,
        minQuantity: 1,
        unitPriceE4: row.values.promotion_price!,
      });
  }
}

function* memberPrices(t: Mall) {
  const known = new Set<string>();
  for (const row of t.memberPrices.all) {
    const level = levelOf(t, row.values.member_level_id)!;
    if (!known.has(level.code))
      yield record('price-list', level.code, [], {
        code: level.code,
        name: { zh: `${level.name}价`, en: level.en },
        kind: 'member',
        currency: CNY,
        level: level.level,
        priority: 0,
      });
    known.add(level.code);
    for (const { sku } of skuPrices(t, productOf(t, row.values.product_id)))
      yield record('price', `${level.code}/${sku}/1`, [row], {
        list: level.code,
        sku,
        minQuantity: 1,
        unitPriceE4: row.values.member_price!,
      });
  }
}

/** Factor × price, exact: prices have 4 decimals, so 0.75 of any price in cents needs no rounding. */
function* tiers(t: Mall) {
  for (const row of t.quantityTiers.all) {
    const { n, d } = row.values.discount;
    for (const { sku, price } of skuPrices(t, productOf(t, row.values.product_id)))
      yield record('price', `${BASE}/${sku}/${row.values.count}`, [row], {
        list: BASE,
        sku,
        minQuantity: row.values.count,
        unitPriceE4: unitPriceE4(scale(price, Number(n), Number(d))),
      });
  }
}

/** The steps of one product are one promotion, of which the highest reached holds. */
function* reductions(t: Mall) {
  for (const [id, rows] of Map.groupBy(t.fullReductions.all, (row) => row.values.product_id)) {
    const { name, promotion_type, promotion_start_time, promotion_end_time } = productOf(t, id).values;
    const window: { startsAt?: Instant | undefined; endsAt?: Instant | undefined } =
      promotion_type === '4' ? { startsAt: promotion_start_time, endsAt: promotion_end_time } : {};
    const steps = rows.toSorted((a, b) => a.values.full_price - b.values.full_price);
    const words = steps.map(({ values }) => `满${yuan(values.full_price)}减${yuan(values.reduce_price)}`).join('，');
    yield record('promotion', id, rows, {
      code: `MALL-REDUCTION-${id}`,
      name: { zh: `${words}：${name}`.slice(0, 60) },
      products: [String(id)],
      actions: [
        {
          type: 'tiers',
          basis: 'amount',
          tiers: steps.map(({ values }) => ({ from: values.full_price, amount: values.reduce_price })),
        },
      ],
      ...window,
    });
  }
}
const yuan = (value: Minor): string => exactText(BigInt(value), 2);

const imported = (kind: string) => sql`join imported i on i.kind = ${kind}`;
const isSold = (t: Mall, id: number): boolean => live(productOf(t, id));

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
      when: ({ values }, t) => values.parent_id !== undefined && !t.categories.find(values.parent_id),
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
      when: (row) => !live(row),
    },
    {
      file: 'products',
      outcome: 'kept',
      words: 'not published in the source: arrives as a draft',
      when: (row) => live(row) && !row.values.publish_status,
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
      when: ({ values }, t) =>
        values.promotion_price !== undefined && productOf(t, values.product_id)?.values.promotion_type === '1',
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
      when: ({ values }, t) => (values.member_price ?? 0) > productOf(t, values.product_id).values.price,
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
      when: ({ values }, t) =>
        values.count > 0 &&
        isSold(t, values.product_id) &&
        productOf(t, values.product_id).values.promotion_type !== '3',
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
      when: ({ values }, t) => values.full_price > 0 && productOf(t, values.product_id).values.promotion_type === '4',
    },
    {
      file: 'fullReductions',
      outcome: 'kept',
      words: 'not in force in the source (another promotion type, or withdrawn goods): arrives as a draft',
      when: ({ values }, t) => values.full_price > 0 && productOf(t, values.product_id).values.promotion_type !== '4',
    },
    {
      file: 'coupons',
      outcome: 'set-aside',
      words: 'coupon: its window is over and coupons are not imported',
      when: () => true,
    },
  ],
  records,
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
      fromFiles: (t) =>
        t.memberPrices.all.reduce((sum, { values }) => sum + skuPrices(t, productOf(t, values.product_id)).length, 0),
      fromDatabase: sql`select count(*) as value from prices p join price_lists l on l.id = p.price_list_id and l.kind = 'member' ${imported('price')} and i.id = p.id`,
    },
    {
      name: 'tier prices, one per SKU',
      fromFiles: (t) =>
        t.quantityTiers.all.reduce((sum, { values }) => sum + skuPrices(t, productOf(t, values.product_id)).length, 0),
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
        new Set(t.attributeValues.all.map(({ values }) => `${values.product_id}/${values.product_attribute_id}`)).size,
      fromDatabase: sql`select coalesce(sum(jsonb_array_length(p.specification)), 0) as value from products p ${imported('product')} and i.id = p.id`,
    },
  ],
});
