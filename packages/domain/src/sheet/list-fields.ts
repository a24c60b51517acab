import type { SheetField } from './field.ts';
import { goodsFields } from './goods-fields.ts';

const itemNumber: SheetField = {
  ...goodsFields[0],
  kind: { as: 'reference', to: 'sku' },
  needed: 'always',
};

/** Prices, a row for each tier of a SKU in a list. */
export const priceFields: readonly SheetField[] = [
  itemNumber,
  {
    key: 'list',
    zh: '价目表',
    en: 'Price list',
    also: ['价格表', '价目表编码', '客户价', 'list', 'list code', 'pricelist'],
    kind: { as: 'reference', to: 'price-list' },
  },
  {
    key: 'minQuantity',
    zh: '起始数量',
    en: 'From quantity',
    also: ['数量', '阶梯数量', '起订量', 'quantity', 'tier', 'min quantity', 'from'],
    kind: { as: 'whole', from: 1, to: 1_000_000 },
  },
  {
    key: 'price',
    zh: '单价',
    en: 'Unit price',
    also: ['价格', '售价', '含税单价', '批发价', 'price', 'selling price', 'amount'],
    kind: { as: 'decimal', decimals: 4, to: 10_000_000_000_000 },
    needed: 'always',
    clears: true,
  },
];

/** Stock on hand, a row for each SKU and warehouse. */
export const stockFields: readonly SheetField[] = [
  itemNumber,
  {
    key: 'warehouse',
    zh: '仓库',
    en: 'Warehouse',
    also: ['仓库编码', '仓库名称', '库房', 'warehouse code', 'location', 'site'],
    kind: { as: 'reference', to: 'warehouse' },
  },
  {
    key: 'onHand',
    zh: '在库数量',
    en: 'On hand',
    also: ['库存', '库存数量', '现有库存', '数量', 'stock', 'quantity', 'qty', 'on-hand'],
    kind: { as: 'whole', from: 0, to: 1_000_000_000 },
    needed: 'always',
  },
];

/** What may be imported, with the columns of its sheet. */
export const sheetKinds = ['goods', 'prices', 'stock'] as const;
export type SheetKind = (typeof sheetKinds)[number];
export const sheetFields: Readonly<Record<SheetKind, readonly SheetField[]>> = {
  goods: goodsFields,
  prices: priceFields,
  stock: stockFields,
};
