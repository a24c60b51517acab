import type { BilingualText } from '@tradeline/db/stores';
import { type Minor, minor } from '@tradeline/domain/money';
import { type OrderDifference, type PricedOrder, quoteDifference } from '@tradeline/domain/order';
import { optionText } from '../option-text.ts';
import type { OrderRecord } from '../order-facts.ts';
import type { Revision } from './price-revision.ts';

type Amounts = { before: Minor; after: Minor };
type Named = {
  skuId: string;
  itemNumber: string;
  name: BilingualText;
  options: BilingualText | null;
  unit: BilingualText;
};

/** A change of an order in words and to the cent: shown before it is saved, and kept in the order's history. */
export type OrderChange = {
  lines: (Named & Amounts & { quantityBefore: number; quantityAfter: number })[];
  gifts: (Named & { change: number })[];
  promotions: (Amounts & { name: BilingualText })[];
  shipping: Amounts;
  points: { before: number; after: number };
  total: Amounts;
  /** Money that is given back because more was paid than it costs now. */
  back: Minor;
};

/** What becomes of the order; everything is named, so that it reads the same when goods and promotions are gone. */
export const tellChange = (record: OrderRecord, revision: Revision, paid: Minor): OrderChange => {
  const { before, priced, skus, names } = revision;
  const difference: OrderDifference = quoteDifference(before, priced);
  const known = { ...record.order.promotionNames, ...names };
  const named = (skuId: string): Named => {
    const sku = skus.get(skuId);
    const line = record.lines.find((each) => each.skuId === skuId);
    return {
      skuId,
      itemNumber: sku?.itemNumber ?? line?.itemNumber ?? '',
      options: sku ? optionText(sku.axes, sku.options) : (line?.optionText ?? null),
      name: sku?.productName ?? line?.name ?? { zh: skuId },
      unit: sku?.unit ?? line?.unit ?? { zh: '' },
    };
  };
  const { payable, shipping } = difference;
  return {
    lines: difference.lines.map(({ skuId, quantityBefore, quantityAfter, before, after }) => ({
      ...named(skuId),
      quantityBefore,
      quantityAfter,
      before,
      after,
    })),
    gifts: difference.gifts.map(({ skuId, change }) => ({ ...named(skuId), change })),
    promotions: difference.promotions.map(({ promotionId, before, after }) => ({
      name: known[promotionId] ?? { zh: promotionId },
      before,
      after,
    })),
    shipping: { before: shipping.before, after: shipping.after },
    points: difference.pointsUsed,
    total: { before: payable.before, after: payable.after },
    back: minor(Math.max(0, paid - payable.after)),
  };
};

/** Whether the order would be what it is already. */
export const isUnchanged = (before: PricedOrder, after: PricedOrder): boolean => {
  const { lines, gifts, payable, shipping, pointsUsed } = quoteDifference(before, after);
  const moved = [payable.change, shipping.change, pointsUsed.after - pointsUsed.before, lines.length, gifts.length];
  return moved.every((figure) => figure === 0);
};
