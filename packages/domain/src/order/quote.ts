import { err, ok, type Result } from '../kernel/index.ts';
import { CNY, minor, scale, sum, type TaxParts, type UnitPriceE4, unitPriceE4, ZERO } from '../money/index.ts';
import { unreadable } from './quote-check.ts';
import type { QuoteInput } from './quote-input.ts';
import { type CostedLine, costLines } from './quote-lines.ts';
import { type PaidPoints, payWithPoints } from './quote-points.ts';
import { promote, unknownCoupons } from './quote-promotions.ts';
import type { LinePrice, OrderTotals, PricedLine, PricedOrder, PricedShipping, QuoteRefusal } from './quote-result.ts';
import { type TaxItem, taxItems } from './quote-tax.ts';

/**
 * What an order costs, and why. The one calculation of the project: portal, server and scripts call it, so they agree.
 * Prices, promotions, coupons, points and tax are applied in that order; the trace of a line sums to its discount, the
 * lines sum to the order. Never reads a clock, never changes its input; equal input gives equal bytes.
 *
 * @example
 * const priced = quote({
 *   now: instant('2026-03-06T06:30:00.000Z'),
 *   lines: [{ id: 'l1', skuId: id<SkuId>('tea-250'), quantity: 24, quantityRules: { minimum: 12, carton: 12 }, taxRate: '13' }],
 *   prices: [{ skuId: id<SkuId>('tea-250'), listId: id<PriceListId>('base'), kind: 'base', amountE4: unitPriceE4(185_000) }],
 *   tax: { pricesIncludeTax: true },
 * });
 * if (priced.ok) priced.value.totals.payable; // 44400 = ¥444.00, of it ¥51.08 tax
 * else priced.error; // every line that cannot be ordered, with the nearest quantities that can
 */
export const quote = (input: QuoteInput): Result<PricedOrder, QuoteRefusal> => {
  const problem = unreadable(input);
  if (problem) return err(problem);
  const { costed, refused } = costLines(input);
  if (refused.length > 0 && input.settings?.view !== 'cart') return err({ kind: 'lines-refused', lines: refused });
  return ok(assemble(input, costed, refused));
};

const assemble = (
  input: QuoteInput,
  costed: readonly CostedLine[],
  refusedLines: PricedOrder['refusedLines'],
): PricedOrder => {
  const promoted = promote(input, costed);
  const points = payWithPoints(promoted.running, input.points);
  const net = ({ line }: CostedLine) => minor(promoted.running.get(line.id)! - (points.byLine.get(line.id) ?? 0));
  const rateOf = (own: string | undefined) => own ?? input.tax?.defaultRate ?? '0';
  const items: TaxItem[] = costed.map((cost) => ({
    key: cost.line.id,
    amount: net(cost),
    rate: rateOf(cost.line.taxRate),
  }));
  items.push({ key: '', amount: promoted.shipping, rate: rateOf(input.shipping?.taxRate) });
  const { parts, byRate } = taxItems(items, input.tax, input.settings?.rounding);
  const lines = costed.map((line, index) => pricedLine(line, items[index]!, parts[index]!));
  const shipping = pricedShipping(input, items.at(-1)!, parts.at(-1)!);
  return {
    currency: input.currency ?? CNY,
    pricedAt: input.now,
    lines,
    gifts: promoted.gifts,
    giftNotices: promoted.notices,
    shipping,
    totals: totalsOf(lines, shipping, points),
    taxByRate: byRate.filter(({ total }) => total !== 0),
    applied: promoted.applied,
    rejected: promoted.rejected,
    unknownCoupons: unknownCoupons(input),
    trace: [...promoted.trace, ...points.trace],
    refusedLines,
  };
};

const pricedShipping = (input: QuoteInput, { amount, rate }: TaxItem, tax: TaxParts): PricedShipping => {
  const gross = input.shipping?.amount ?? ZERO;
  return { gross, discount: minor(gross - amount), net: amount, taxRate: rate, tax };
};

const pricedLine = (
  { line, choice, bands, gross }: CostedLine,
  { amount, rate }: TaxItem,
  tax: TaxParts,
): PricedLine => ({
  id: line.id,
  skuId: line.skuId,
  quantity: line.quantity,
  unitPriceE4: averagePrice(bands),
  priceUnit: choice?.unit,
  price: linePrice(line.agreedPrice?.reason, choice),
  bands,
  gross,
  discount: minor(gross - amount),
  net: amount,
  taxRate: rate,
  tax,
  margin: line.costE4 === undefined ? undefined : minor(tax.net - scale(line.costE4, line.quantity, 100)),
});

/** The price of a line of one band; of several the average over their units, rounded. */
const averagePrice = (bands: CostedLine['bands']): UnitPriceE4 => {
  const units = bands.reduce((sum, { quantity }) => sum + quantity, 0);
  return unitPriceE4(
    scale(
      bands.reduce((sum, { quantity, unitPriceE4: price }) => sum + quantity * price, 0),
      1,
      units,
    ),
  );
};

const linePrice = (reason: string | undefined, choice: CostedLine['choice']): LinePrice => {
  if (!choice) return { source: 'agreed', reason: reason ?? '' };
  const { entry: _, ...shown } = choice;
  return { source: 'list', ...shown };
};

const totalsOf = (lines: readonly PricedLine[], shipping: PricedShipping, points: PaidPoints): OrderTotals => {
  const net = sum([...lines.map((line) => line.tax.net), shipping.tax.net]);
  const tax = sum([...lines.map((line) => line.tax.tax), shipping.tax.tax]);
  return {
    gross: sum(lines.map((line) => line.gross)),
    discount: sum(lines.map((line) => line.discount)),
    goods: sum(lines.map((line) => line.net)),
    shippingGross: shipping.gross,
    shippingDiscount: shipping.discount,
    shipping: shipping.net,
    pointsAmount: points.amount,
    pointsUsed: points.used,
    net,
    tax,
    payable: minor(net + tax),
  };
};
