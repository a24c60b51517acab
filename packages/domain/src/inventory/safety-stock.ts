import { err, ok, type Result } from '../kernel/index.ts';
import { normalLoss, normalQuantile } from '../statistics/index.ts';

/**
 * Demand and replenishment of one SKU in one warehouse, all per the same period (a day, a week). `demandSd` is the
 * error of the forecast wherever there is one, not the spread of demand: what was foreseen needs no safety.
 */
export type Replenishment = {
  readonly demandMean: number;
  readonly demandSd: number;
  readonly leadTime: number;
  readonly leadTimeSd?: number | undefined;
  /** Stock is looked at every so many periods; absent or 0: at every sale. */
  readonly reviewPeriod?: number | undefined;
};

/** `cycle`: probability of no shortage in a replenishment cycle; `fill`: share of demand served from the shelf when ordering `orderQuantity` at a time; `z`: given outright. */
export type ServiceTarget =
  | { readonly kind: 'cycle'; readonly level: number }
  | { readonly kind: 'fill'; readonly rate: number; readonly orderQuantity: number }
  | { readonly kind: 'z'; readonly z: number };

export type SafetyStock = {
  readonly z: number;
  /** Standard deviation of demand over the time to be covered. */
  readonly sigma: number;
  readonly safetyStock: number;
  readonly coveredTime: number;
};
export type SafetyRefusal =
  | { readonly kind: 'target-unreachable'; readonly target: ServiceTarget }
  | { readonly kind: 'replenishment-invalid' };

const isValid = (item: Replenishment): boolean =>
  [item.demandMean, item.demandSd, item.leadTime, item.leadTimeSd ?? 0, item.reviewPeriod ?? 0].every(
    (n) => Number.isFinite(n) && n >= 0,
  );

/** Standard deviation of demand over lead time and review: sqrt((L+R)·sd² + mean²·sdL²). */
export const coverSigma = (item: Replenishment): number =>
  Math.sqrt(
    (item.leadTime + (item.reviewPeriod ?? 0)) * item.demandSd ** 2 + (item.demandMean * (item.leadTimeSd ?? 0)) ** 2,
  );

/** The z whose expected shortfall is `loss` standard deviations. The loss falls steadily in z, so halving finds it. */
export const zOfLoss = (loss: number): number => {
  let [low, high] = [-Math.max(loss, 10) - 1, 40];
  for (let i = 0; i < 200 && high - low > 1e-13; i += 1) {
    const middle = (low + high) / 2;
    if (normalLoss(middle) > loss) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

const zFor = (target: ServiceTarget, sigma: number): number | undefined => {
  switch (target.kind) {
    case 'z':
      return Number.isFinite(target.z) ? target.z : undefined;
    case 'cycle':
      return target.level > 0 && target.level < 1 ? normalQuantile(target.level) : undefined;
    case 'fill':
      if (!(target.rate > 0 && target.rate < 1 && target.orderQuantity > 0)) return undefined;
      return sigma === 0 ? 0 : zOfLoss(((1 - target.rate) * target.orderQuantity) / sigma);
  }
};

/** Units held against demand and supply being other than expected: z·sigma. Negative when the target asks for less than the mean. */
export const safetyStock = (item: Replenishment, target: ServiceTarget): Result<SafetyStock, SafetyRefusal> => {
  if (!isValid(item)) return err({ kind: 'replenishment-invalid' });
  const sigma = coverSigma(item);
  const z = zFor(target, sigma);
  if (z === undefined) return err({ kind: 'target-unreachable', target });
  return ok({ z, sigma, safetyStock: z * sigma, coveredTime: item.leadTime + (item.reviewPeriod ?? 0) });
};

export type ReorderPoint = SafetyStock & { readonly expectedDemand: number; readonly reorderPoint: number };

/** The stock position at which to order: expected demand until the goods can be there, plus safety stock. */
export const reorderPoint = (item: Replenishment, target: ServiceTarget): Result<ReorderPoint, SafetyRefusal> => {
  const safety = safetyStock(item, target);
  if (!safety.ok) return safety;
  const expectedDemand = item.demandMean * safety.value.coveredTime;
  return ok({ ...safety.value, expectedDemand, reorderPoint: expectedDemand + safety.value.safetyStock });
};

export const stockLevels = ['enough', 'low', 'urgent', 'out'] as const;
export type StockLevel = (typeof stockLevels)[number];

/** `out`: nothing to promise; `urgent`: below safety stock; `low`: below the reorder point. */
export const stockLevel = (
  available: number,
  levels: { readonly reorderPoint: number; readonly safetyStock: number },
): StockLevel => {
  if (available <= 0) return 'out';
  if (available < levels.safetyStock) return 'urgent';
  return available < levels.reorderPoint ? 'low' : 'enough';
};
