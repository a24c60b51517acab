import { err, ok, type Result } from '../kernel/index.ts';
import { normalLossSecond } from '../statistics/index.ts';
import { type NewsvendorCosts, type NormalDemand, newsvendor, newsvendorCost } from './newsvendor.ts';
import { economicOrderQuantity, type LotCosts, orderQuantityWithBackorders } from './order-quantity.ts';

/** Continuous review: when the position falls to r, order Q. Demand per period is normal; what is missing waits. */
export type RqItem = LotCosts & NewsvendorCosts & { readonly demandSd: number; readonly leadTime: number };
export type RqPolicy = { readonly r: number; readonly Q: number };
export type RqRefusal = { readonly kind: 'costs-invalid' };

/** Demand over the lead time. */
const leadDemand = (item: RqItem): NormalDemand => ({
  demandMean: item.demandRate * item.leadTime,
  demandSd: item.demandSd * Math.sqrt(item.leadTime),
});

/** The expected shortage summed over all levels from `level` up. */
const shortageFrom = (level: number, { demandMean, demandSd }: NormalDemand): number =>
  demandSd === 0
    ? Math.max(0, demandMean - level) ** 2 / 2
    : demandSd ** 2 * normalLossSecond((level - demandMean) / demandSd);

/** Exact cost per period of a policy: (K·d + the newsvendor cost summed over positions r to r+Q) / Q. */
export const rqCost = (item: RqItem, { r, Q }: RqPolicy): number => {
  const demand = leadDemand(item);
  const held = item.holdingCost * Q * (r + Q / 2 - demand.demandMean);
  const missing = (item.holdingCost + item.stockoutCost) * (shortageFrom(r, demand) - shortageFrom(r + Q, demand));
  return (item.fixedCost * item.demandRate + held + missing) / Q;
};

/** The best r for a given Q: where the newsvendor cost at r and at r+Q are equal. */
export const bestReorderPoint = (item: RqItem, Q: number): number => {
  const demand = leadDemand(item);
  const cost = (level: number): number => newsvendorCost(level, item, demand);
  const base = newsvendor(item, demand);
  const top = base.ok ? base.value.baseStock : demand.demandMean;
  let [low, high] = [top - Q, top];
  for (let i = 0; i < 200 && high - low > 1e-12 * Math.max(1, Math.abs(high)); i += 1) {
    const middle = (low + high) / 2;
    if (cost(middle) > cost(middle + Q)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

const withCost = (item: RqItem, policy: RqPolicy) => ({ ...policy, cost: rqCost(item, policy) });

/** The economic order quantity, and an r at the newsvendor quantile of lead-time demand. */
export const rqWithSafetyStock = (item: RqItem): Result<RqPolicy & { readonly cost: number }, RqRefusal> => {
  const [lot, base] = [economicOrderQuantity(item), newsvendor(item, leadDemand(item))];
  return lot.ok && base.ok && lot.value.quantity > 0
    ? ok(withCost(item, { r: base.value.baseStock, Q: lot.value.quantity }))
    : err({ kind: 'costs-invalid' });
};

/** The quantity of the deterministic model with backorders, and the best r for it (Zheng 1992: at most 11.8% above the optimum). */
export const rqWithBackorders = (item: RqItem): Result<RqPolicy & { readonly cost: number }, RqRefusal> => {
  const lot = orderQuantityWithBackorders(item);
  if (!lot.ok || lot.value.quantity <= 0 || !newsvendor(item, leadDemand(item)).ok)
    return err({ kind: 'costs-invalid' });
  const Q = lot.value.quantity;
  return ok(withCost(item, { r: bestReorderPoint(item, Q), Q }));
};
