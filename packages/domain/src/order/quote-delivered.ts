import { ok, type Result } from '../kernel/index.ts';
import { minor } from '../money/index.ts';
import { type FreightCharge, type FreightPlace, type FreightRefusal, type FreightRule, freightFor } from './freight.ts';
import { quote } from './quote.ts';
import type { QuoteInput } from './quote-input.ts';
import type { PricedOrder, QuoteRefusal } from './quote-result.ts';

/** How the goods of an order are sent: the method's rule, the place, and what each SKU weighs and how it is packed. */
export type Delivery = {
  readonly rule: FreightRule;
  readonly taxRate: string;
  readonly place: FreightPlace;
  /** Grams of one base unit by SKU; absent: nobody knows. */
  readonly grams: Readonly<Record<string, number>>;
  /** Base units in a carton by SKU; absent: 1. */
  readonly cartons: Readonly<Record<string, number>>;
};

export type DeliveredQuote = {
  readonly priced: PricedOrder;
  readonly freight?: FreightCharge | undefined;
  /** Why it cannot be sent so; the goods are priced all the same, and an order is not placed. */
  readonly notDelivered?: FreightRefusal | undefined;
};

/**
 * The quote with what delivery costs. Freight looks at the goods after promotions and before points, so points never
 * make delivery dearer; promotions on shipping then apply to it like in any quote.
 */
export const quoteDelivered = (
  input: QuoteInput,
  delivery: Delivery | undefined,
): Result<DeliveredQuote, QuoteRefusal> => {
  const { shipping: _, ...goodsOnly } = input;
  const goods = quote(goodsOnly);
  if (!goods.ok || !delivery) return goods.ok ? ok({ priced: goods.value }) : goods;
  const { lines, totals, gifts } = goods.value;
  const sent = [...lines, ...gifts];
  const weight = ({ skuId, quantity }: (typeof sent)[number]): number => (delivery.grams[skuId] ?? 0) * quantity;
  const freight = freightFor(delivery.rule, {
    place: delivery.place,
    goods: minor(totals.goods + totals.pointsAmount),
    grams: sent.reduce((grams, line) => grams + weight(line), 0),
    pieces: sent.reduce(
      (pieces, { skuId, quantity }) => pieces + Math.ceil(quantity / (delivery.cartons[skuId] ?? 1)),
      0,
    ),
    unweighed: sent.filter(({ skuId }) => delivery.grams[skuId] === undefined).length,
  });
  if (!freight.ok) return ok({ priced: goods.value, notDelivered: freight.error });
  if (freight.value.amount === 0) return ok({ priced: goods.value, freight: freight.value });
  const priced = quote({ ...input, shipping: { amount: freight.value.amount, taxRate: delivery.taxRate } });
  return priced.ok ? ok({ priced: priced.value, freight: freight.value }) : priced;
};
