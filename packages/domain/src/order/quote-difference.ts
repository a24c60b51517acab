import type { PromotionId, SkuId } from '../kernel/index.ts';
import { type Minor, minor } from '../money/index.ts';
import type { PricedLine, PricedOrder } from './quote-result.ts';

/** What a line, a promotion or a total was, what it is, and the step from one to the other. */
export type Change = { readonly before: Minor; readonly after: Minor; readonly change: Minor };

export type LineDifference = Change & {
  readonly lineId: string;
  readonly skuId: SkuId;
  readonly quantityBefore: number;
  readonly quantityAfter: number;
};

export type OrderDifference = {
  /** Lines whose quantity or amount changed. The changes of all lines and of shipping sum to that of `payable`. */
  readonly lines: readonly LineDifference[];
  readonly shipping: Change;
  readonly promotions: readonly (Change & { readonly promotionId: PromotionId })[];
  /** Units of gifts more (or fewer) than before. */
  readonly gifts: readonly { readonly skuId: SkuId; readonly change: number }[];
  readonly pointsUsed: { readonly before: number; readonly after: number };
  readonly payable: Change;
};

/** The difference of two priced orders, to the cent: what a change or a return of a placed order comes to. */
export const quoteDifference = (before: PricedOrder, after: PricedOrder): OrderDifference => ({
  lines: lineDifferences(before, after),
  shipping: changeOf(before.shipping.tax.total, after.shipping.tax.total),
  promotions: promotionDifferences(before, after),
  gifts: giftDifferences(before, after),
  pointsUsed: { before: before.totals.pointsUsed, after: after.totals.pointsUsed },
  payable: changeOf(before.totals.payable, after.totals.payable),
});

const changeOf = (before: number, after: number): Change => ({
  before: minor(before),
  after: minor(after),
  change: minor(after - before),
});

const lineDifferences = (before: PricedOrder, after: PricedOrder): LineDifference[] => {
  const [old, now] = [byId(before), byId(after)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((lineId) => {
    const [a, b] = [old.get(lineId), now.get(lineId)];
    const change = changeOf(a?.tax.total ?? 0, b?.tax.total ?? 0);
    const [quantityBefore, quantityAfter] = [a?.quantity ?? 0, b?.quantity ?? 0];
    return change.change === 0 && quantityBefore === quantityAfter
      ? []
      : [{ lineId, skuId: (a ?? b)!.skuId, quantityBefore, quantityAfter, ...change }];
  });
};

const byId = (order: PricedOrder): Map<string, PricedLine> => new Map(order.lines.map((line) => [line.id, line]));

const promotionDifferences = (before: PricedOrder, after: PricedOrder): OrderDifference['promotions'] => {
  const amounts = (order: PricedOrder) =>
    new Map(order.applied.map(({ promotionId, amount }) => [promotionId, amount]));
  const [old, now] = [amounts(before), amounts(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .map((promotionId) => ({ promotionId, ...changeOf(old.get(promotionId) ?? 0, now.get(promotionId) ?? 0) }))
    .filter(({ change }) => change !== 0);
};

const giftDifferences = (before: PricedOrder, after: PricedOrder): OrderDifference['gifts'] => {
  const units = new Map<SkuId, number>();
  for (const { skuId, quantity } of before.gifts) units.set(skuId, (units.get(skuId) ?? 0) - quantity);
  for (const { skuId, quantity } of after.gifts) units.set(skuId, (units.get(skuId) ?? 0) + quantity);
  return [...units]
    .filter(([, change]) => change !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([skuId, change]) => ({ skuId, change }));
};
