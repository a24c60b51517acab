import { err, ok, type Result } from '../kernel/index.ts';

/** Costs of a lot: `fixedCost` per order, `holdingCost` per unit and period, `demandRate` per the same period. */
export type LotCosts = { readonly fixedCost: number; readonly holdingCost: number; readonly demandRate: number };
export type EconomicLot = {
  readonly quantity: number /** Fixed and holding cost per period. */;
  readonly cost: number;
};
export type LotRefusal = { readonly kind: 'costs-invalid' };

const isPositive = (n: number): boolean => Number.isFinite(n) && n > 0;
const isCost = (n: number): boolean => Number.isFinite(n) && n >= 0;
const isValid = (costs: LotCosts): boolean =>
  isCost(costs.fixedCost) && isPositive(costs.holdingCost) && isCost(costs.demandRate);

/** Fixed and holding cost per period when ordering `quantity` at a time: K·d/Q + h·Q/2. */
export const lotCost = (costs: LotCosts, quantity: number): number =>
  (costs.fixedCost * costs.demandRate) / quantity + (costs.holdingCost * quantity) / 2;

/** The economic order quantity sqrt(2Kd/h) (Harris 1913). */
export const economicOrderQuantity = (costs: LotCosts): Result<EconomicLot, LotRefusal> => {
  if (!isValid(costs)) return err({ kind: 'costs-invalid' });
  const quantity = Math.sqrt((2 * costs.fixedCost * costs.demandRate) / costs.holdingCost);
  return ok({ quantity, cost: quantity * costs.holdingCost });
};

export type BackorderLot = EconomicLot & { /** Share of demand that waits. */ readonly stockoutFraction: number };

/** Cost per period when a share of each lot is already owed when it arrives. */
export const backorderLotCost = (
  costs: LotCosts & { readonly stockoutCost: number },
  quantity: number,
  stockoutFraction: number,
): number =>
  (costs.holdingCost * quantity * (1 - stockoutFraction) ** 2) / 2 +
  (costs.stockoutCost * quantity * stockoutFraction ** 2) / 2 +
  (costs.fixedCost * costs.demandRate) / quantity;

/** With customers who wait at `stockoutCost` per unit and period: the quantity grows by sqrt((h+p)/p). */
export const orderQuantityWithBackorders = (
  costs: LotCosts & { readonly stockoutCost: number },
): Result<BackorderLot, LotRefusal> => {
  if (!isValid(costs) || !isPositive(costs.stockoutCost)) return err({ kind: 'costs-invalid' });
  const { fixedCost: K, holdingCost: h, stockoutCost: p, demandRate: d } = costs;
  const quantity = Math.sqrt((2 * K * d * (h + p)) / (h * p));
  return ok({ quantity, stockoutFraction: h / (h + p), cost: (quantity * h * p) / (h + p) });
};

/** Goods that come in at `productionRate` while they are being sold: the lot is larger, the pile smaller. */
export const productionLot = (
  costs: LotCosts & { readonly productionRate: number },
): Result<EconomicLot, LotRefusal> => {
  if (!isValid(costs) || !(costs.productionRate > costs.demandRate)) return err({ kind: 'costs-invalid' });
  return economicOrderQuantity({
    ...costs,
    holdingCost: costs.holdingCost * (1 - costs.demandRate / costs.productionRate),
  });
};

export type LotSteps = {
  /** Smallest order the supplier takes. */ readonly minimum: number /** Carton or pallet. */;
  readonly multiple: number;
};

/**
 * The orderable quantity next to the ideal one that costs less per period: the multiple below or above, never under the
 * minimum. The cost curve has one valley, so no other multiple can be cheaper; a tie goes to the smaller.
 */
export const orderableQuantity = (costs: LotCosts, ideal: number, steps: LotSteps): EconomicLot => {
  const least = Math.max(1, Math.ceil(steps.minimum / steps.multiple)) * steps.multiple;
  const below = Math.max(least, Math.floor(ideal / steps.multiple) * steps.multiple);
  const above = Math.max(least, Math.ceil(ideal / steps.multiple) * steps.multiple);
  const [low, high] = [lotCost(costs, below), lotCost(costs, above)];
  return low <= high ? { quantity: below, cost: low } : { quantity: above, cost: high };
};

export type PriceBreak = { readonly from: number; readonly unitCost: number };
export type BreakLot = {
  readonly quantity: number;
  readonly unitCost: number /** Goods, ordering and holding per period. */;
  readonly cost: number;
};

/**
 * The cheapest lot under a supplier's tier prices, where the reached tier's price applies to every unit. Holding costs
 * `holdingRate` of a unit's price per period. Candidates are each tier's own ideal lot, if it lies in the tier, and each tier's start.
 */
export const orderQuantityWithBreaks = (
  costs: { readonly fixedCost: number; readonly holdingRate: number; readonly demandRate: number },
  breaks: readonly PriceBreak[],
): Result<BreakLot, LotRefusal> => {
  const tiers = breaks.toSorted((a, b) => a.from - b.from);
  if (tiers.length === 0 || !tiers.every((tier) => isPositive(tier.unitCost)) || !isPositive(costs.holdingRate))
    return err({ kind: 'costs-invalid' });
  if (!isCost(costs.fixedCost) || !isPositive(costs.demandRate)) return err({ kind: 'costs-invalid' });
  const candidates = tiers.flatMap((tier, index) => {
    const lot = { ...costs, holdingCost: costs.holdingRate * tier.unitCost };
    const ideal = Math.sqrt((2 * lot.fixedCost * lot.demandRate) / lot.holdingCost);
    const end = tiers[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    return [ideal, tier.from]
      .filter((quantity) => quantity > 0 && quantity >= tier.from && quantity < end)
      .map((quantity) => ({
        quantity,
        unitCost: tier.unitCost,
        cost: tier.unitCost * lot.demandRate + lotCost(lot, quantity),
      }));
  });
  return candidates.length === 0
    ? err({ kind: 'costs-invalid' })
    : ok(candidates.reduce((best, one) => (one.cost < best.cost ? one : best)));
};
