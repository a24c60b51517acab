import { newId } from '@tradeline/db';
import type { OrderId, OrderLineId, SkuId } from '@tradeline/domain/kernel';
import { type Minor, minor, type UnitPriceE4, unitPriceE4, ZERO } from '@tradeline/domain/money';
import { newOrder, type OrderFacts, type PaymentTerms, type PricedOrder } from '@tradeline/domain/order';

/** A line of the coming document: priced goods, or a gift at 0 that a promotion adds. */
export type DraftLine = {
  id: OrderLineId;
  skuId: SkuId;
  quantity: number;
  unitPriceE4: UnitPriceE4;
  priceListId: string | null;
  gross: Minor;
  discount: Minor;
  net: Minor;
  taxRate: string;
  tax: Minor;
  isGift: boolean;
};
export type Draft = { id: OrderId; facts: OrderFacts; lines: DraftLine[] };

/** The order before it is submitted, with the ids it will keep. */
export const draftOf = (priced: PricedOrder, terms: PaymentTerms): Draft => {
  const goods = priced.lines.map(
    (line): DraftLine => ({
      id: newId<OrderLineId>(),
      skuId: line.skuId,
      quantity: line.quantity,
      unitPriceE4: line.unitPriceE4,
      priceListId: line.price.source === 'list' ? line.price.listId : null,
      gross: line.gross,
      discount: line.discount,
      net: line.net,
      taxRate: line.taxRate,
      tax: line.tax.tax,
      isGift: false,
    }),
  );
  const gifts = priced.gifts.map(
    (gift): DraftLine => ({
      id: newId<OrderLineId>(),
      skuId: gift.skuId,
      quantity: gift.quantity,
      unitPriceE4: unitPriceE4(0),
      priceListId: null,
      gross: ZERO,
      discount: ZERO,
      net: ZERO,
      taxRate: '0',
      tax: ZERO,
      isGift: true,
    }),
  );
  const lines = [...goods, ...gifts];
  const total = priced.totals.payable;
  const facts = newOrder(
    lines.map((line) => ({ lineId: line.id, quantity: line.quantity })),
    { terms, total, granted: minor(0), prepay: minor(0) },
    { credit: terms === 'terms' ? total : minor(0), coupons: 0, points: 0 },
  );
  return { id: newId<OrderId>(), facts, lines };
};
