import type { RecordKind } from '../record.ts';
import { brand, category, product, sku } from './catalog.ts';
import { order } from './order/index.ts';
import { address, company, staffMember, supplier, warehouse } from './people.ts';
import { price, priceList, promotion } from './pricing.ts';
import { stock } from './stock.ts';
import type { Target } from './target.ts';

export { inChunks, insertAll } from './insert.ts';
export type { Planned, Refused, Target, WriteContext } from './target.ts';

/** Every kind with its target, in the order of writing: nothing is written before what it names. */
export const targets: { readonly [K in RecordKind]: Target<K> } = {
  category,
  brand,
  supplier,
  staff: staffMember,
  warehouse,
  company,
  address,
  product,
  sku,
  'price-list': priceList,
  price,
  stock,
  promotion,
  order,
};
export const kinds = Object.keys(targets) as RecordKind[];
