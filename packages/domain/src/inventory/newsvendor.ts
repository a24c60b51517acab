import { err, ok, type Result } from '../kernel/index.ts';
import { normalDensity, normalLoss, normalQuantile } from '../statistics/index.ts';

/** One season or period: `holdingCost` per unit left over, `stockoutCost` per unit that was missing. */
export type NewsvendorCosts = { readonly holdingCost: number; readonly stockoutCost: number };
export type NormalDemand = { readonly demandMean: number; readonly demandSd: number };
export type BaseStock = {
  readonly baseStock: number;
  readonly cost: number /** The share of cases in which all demand is served. */;
  readonly criticalRatio: number;
};
export type NewsvendorRefusal = { readonly kind: 'costs-invalid' };

/** Units expected to be missing when `level` units meet a normal demand. */
export const expectedShortage = (level: number, { demandMean, demandSd }: NormalDemand): number =>
  demandSd === 0 ? Math.max(0, demandMean - level) : demandSd * normalLoss((level - demandMean) / demandSd);

/** Expected cost of holding `level` units against a normal demand. */
export const newsvendorCost = (level: number, costs: NewsvendorCosts, demand: NormalDemand): number =>
  costs.holdingCost * (level - demand.demandMean) +
  (costs.holdingCost + costs.stockoutCost) * expectedShortage(level, demand);

/** The stock with the least expected cost: the demand quantile at p/(p+h). */
export const newsvendor = (costs: NewsvendorCosts, demand: NormalDemand): Result<BaseStock, NewsvendorRefusal> => {
  const { holdingCost: h, stockoutCost: p } = costs;
  if (!(h > 0 && p > 0 && demand.demandSd >= 0 && Number.isFinite(h + p + demand.demandMean + demand.demandSd)))
    return err({ kind: 'costs-invalid' });
  const criticalRatio = p / (p + h);
  const z = normalQuantile(criticalRatio);
  return ok({
    baseStock: demand.demandMean + z * demand.demandSd,
    cost: (h + p) * normalDensity(z) * demand.demandSd,
    criticalRatio,
  });
};
