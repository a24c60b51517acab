import { invariant, type PromotionId, type SkuId } from '@tradeline/domain/kernel';
import { lineAmount, type Minor, minor, parsePercent, scale, splitTax, sum, ZERO } from '@tradeline/domain/money';
import type { PricedLine, PricedOrder } from '@tradeline/domain/order';
import type { TraceEntry } from '@tradeline/domain/promotion';
import type { OrderLineValue, OrderValue } from '../../record.ts';

/** Stands in the trace for a reduction that the other system gave; no promotion of ours has this id. */
export const IMPORTED_DISCOUNT = 'imported-line-discount' as PromotionId;
const E4_PER_MINOR = 100;

type Named = { id: string; skuId: string };

const ratioOf = (text: string) => {
  const ratio = parsePercent(text);
  invariant(ratio !== undefined && ratio.n <= ratio.d, `not a percent of at most 100: ${text}`);
  return ratio;
};

/** Price × quantity × (1 − discount), rounded once; what the rounding of the price alone already took is not a discount. */
const pricedLine = (line: OrderLineValue, { id, skuId }: Named, reason: string): PricedLine => {
  const gross = lineAmount(line.unitPriceE4, line.quantity);
  const { n, d } = ratioOf(line.discountPercent);
  const net = n === 0 ? gross : minor(scale(line.unitPriceE4 * line.quantity, d - n, d * E4_PER_MINOR));
  const rate = ratioOf(line.taxRate);
  return {
    id,
    skuId: skuId as SkuId,
    quantity: line.quantity,
    unitPriceE4: line.unitPriceE4,
    price: { source: 'agreed', reason },
    bands: [{ quantity: line.quantity, unitPriceE4: line.unitPriceE4 }],
    gross,
    discount: minor(gross - net),
    net,
    taxRate: line.taxRate,
    tax: splitTax(net, rate, true),
  };
};

const reduction = (line: PricedLine, percent: string): TraceEntry[] =>
  ratioOf(percent).n === 0
    ? []
    : [
        {
          source: { kind: 'promotion', promotionId: IMPORTED_DISCOUNT, actionIndex: 0 },
          stage: 'line',
          target: { kind: 'line', lineId: line.id },
          base: line.gross,
          percent,
          rounded: line.discount,
          before: line.gross,
          after: line.net,
        },
      ];

const total = (lines: readonly PricedLine[], of: (line: PricedLine) => Minor): Minor => sum(lines.map(of));

/** The order in the form in which our own quotes are kept, so that every screen that explains an amount can explain this one. */
export const pricedOrder = (order: OrderValue, named: readonly Named[], source: string): PricedOrder => {
  const lines = order.lines.map((line, at) => pricedLine(line, named[at]!, `price charged in ${source}`));
  const discount = total(lines, (line) => line.discount);
  const goods = total(lines, (line) => line.net);
  const tax = total(lines, (line) => line.tax.tax);
  const payable = minor(goods + order.shipping);
  return {
    currency: order.currency,
    pricedAt: order.placedAt,
    lines,
    gifts: [],
    giftNotices: [],
    shipping: {
      gross: order.shipping,
      discount: ZERO,
      net: order.shipping,
      taxRate: '0',
      tax: { net: order.shipping, tax: ZERO, total: order.shipping },
    },
    totals: {
      gross: total(lines, (line) => line.gross),
      discount,
      goods,
      shippingGross: order.shipping,
      shippingDiscount: ZERO,
      shipping: order.shipping,
      pointsAmount: ZERO,
      pointsUsed: 0,
      net: minor(payable - tax),
      tax,
      payable,
    },
    taxByRate: [],
    applied: discount === 0 ? [] : [{ promotionId: IMPORTED_DISCOUNT, stage: 'line', amount: discount }],
    rejected: [],
    unknownCoupons: [],
    trace: lines.flatMap((line, at) => reduction(line, order.lines[at]!.discountPercent)),
    refusedLines: [],
  };
};
