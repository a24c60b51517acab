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
} from '../../columns/index.ts';
import { file, type Tables } from '../../file.ts';

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

/** Every file of the shop's export. Which price rule of a product is in force is its `promotion_type`. */
export const files = {
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
      weight: optional(whole({ from: 0 })),
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
export type Mall = Tables<typeof files>;
export type Product = Mall['products']['all'][number];
export type Sku = Mall['skus']['all'][number];

export const isWithdrawn = (product: Product | undefined): boolean => product?.values.delete_status === true;
/** A product without SKU rows is sold as itself, so it is its own only SKU. */
export const ownSku = (product: Product): string => `product-${product.key}`;
export const skusOf = (t: Mall): ReadonlyMap<number, Sku[]> => Map.groupBy(t.skus.all, (row) => row.values.product_id);
export const BASE = 'base';
