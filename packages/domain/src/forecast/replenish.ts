import { checkQuantity, type QuantityRules } from '../catalog/index.ts';
import {
  economicOrderQuantity,
  lumpyReorderPoint,
  reorderPoint,
  type SafetyRefusal,
  type ServiceTarget,
  type StockLevel,
  stockLevel,
} from '../inventory/index.ts';
import { err, ok, type Result } from '../kernel/index.ts';
import type { Forecast } from './forecast.ts';
import { type CurvePoint, projectStock, type Receipt } from './projected-stock.ts';

/** How much to order at a time: what costs least (per order, per unit and period held), or the demand of so many periods. */
export type LotRule =
  | { readonly kind: 'costs'; readonly fixedCost: number; readonly holdingCost: number }
  | { readonly kind: 'periods'; readonly periods: number };

/** One SKU in one warehouse. Times are in the forecast's periods; period 0 is the first one forecast. */
export type ReplenishmentItem = {
  readonly forecast: Pick<Forecast, 'forecast' | 'sigma' | 'demand'>;
  /** What can be promised now, owed goods taken off. */
  readonly available: number;
  readonly onOrder: readonly Receipt[];
  readonly leadTime: number;
  readonly leadTimeSd?: number | undefined;
  /** Orders are placed every so many periods; 0 or absent: at any time. */
  readonly reviewPeriod?: number | undefined;
  readonly target: ServiceTarget;
  readonly lot: LotRule;
  readonly rules: QuantityRules;
};

/** The stock to order at, and what it is made of: expected demand until the goods are there, and safety. */
export type OrderPoint = {
  readonly reorderPoint: number;
  readonly expectedDemand: number;
  readonly safetyStock: number;
  /** Standard error of that demand, lead time included. */
  readonly sigma: number;
  readonly coveredTime: number;
  readonly by: 'normal' | 'poisson' | 'negative-binomial' | 'bootstrap';
};

/** How the quantity came about; the amounts sum to it. */
export type QuantityPart = {
  readonly part: 'reorder-point' | 'lot' | 'stock-position' | 'rounding';
  readonly amount: number;
};

export type ReplenishmentPlan = {
  readonly now: OrderPoint & {
    /** What is available and what comes in within the covered time, together. */ readonly position: number;
    readonly level: StockLevel;
  };
  /** The first period in which the position is at or below the reorder point of that period; absent: not within the forecast. */
  readonly order?: {
    readonly period: number;
    readonly arrives: number;
    readonly quantity: number;
    readonly cartons?: number;
    readonly parts: readonly QuantityPart[];
    readonly why: OrderPoint & { readonly position: number };
  };
  /** The first period at whose end nothing is expected to be left if nothing is ordered. */
  readonly runsOut?: number;
  readonly curve: readonly CurvePoint[];
};

export type ReplenishmentRefusal =
  | SafetyRefusal
  | { readonly kind: 'horizon-too-short'; readonly needed: number; readonly given: number }
  | { readonly kind: 'costs-invalid' };

/** Sum over `[from, from + length)`, the last period in part where the time is not whole. */
const sumOver = (values: readonly number[], from: number, length: number, of: (value: number) => number): number => {
  let sum = 0;
  for (let j = from; j < Math.min(values.length, from + Math.ceil(length)); j += 1)
    sum += of(values[j]!) * Math.min(1, from + length - j);
  return sum;
};

/**
 * The reorder point of a moment `at` periods ahead. The forecast's own error is the spread to be safe against, not that of
 * demand: what was foreseen needs no safety. Rare demand is counted in units, where the normal distribution promises too much.
 */
const orderPointAt = (item: ReplenishmentItem, at: number): Result<OrderPoint, SafetyRefusal> => {
  const { forecast, leadTime, leadTimeSd, reviewPeriod = 0, target } = item;
  const coveredTime = leadTime + reviewPeriod;
  const expectedDemand = sumOver(forecast.forecast, at, coveredTime, (units) => units);
  // The error so many periods ahead counts from today's knowledge: at a later moment the near periods are known as well as now.
  const variance = sumOver(forecast.sigma, 0, coveredTime, (sd) => sd * sd);
  const perPeriod = Math.max(coveredTime, Number.MIN_VALUE);
  const replenishment = {
    demandMean: expectedDemand / perPeriod,
    demandSd: Math.sqrt(variance / perPeriod),
    leadTime,
    leadTimeSd,
    reviewPeriod,
  };
  const rare = forecast.demand.class === 'intermittent' || forecast.demand.class === 'lumpy';
  if (rare && target.kind === 'cycle') {
    const total = variance + (replenishment.demandMean * (leadTimeSd ?? 0)) ** 2;
    const lumpy = lumpyReorderPoint({ mean: expectedDemand, variance: total }, target.level);
    if (!lumpy.ok) return err({ kind: 'target-unreachable', target });
    const point = lumpy.value.reorderPoint;
    const safetyStock = point - expectedDemand;
    return ok({
      reorderPoint: point,
      expectedDemand,
      safetyStock,
      sigma: Math.sqrt(total),
      coveredTime,
      by: lumpy.value.by,
    });
  }
  const point = reorderPoint(replenishment, target);
  if (!point.ok) return point;
  const { safetyStock, sigma } = point.value;
  return ok({
    reorderPoint: expectedDemand + safetyStock,
    expectedDemand,
    safetyStock,
    sigma,
    coveredTime,
    by: 'normal',
  });
};

const lotOf = (
  { forecast, lot }: ReplenishmentItem,
  at: number,
): Result<number, { readonly kind: 'costs-invalid' }> => {
  if (lot.kind === 'periods')
    return lot.periods >= 0
      ? ok(sumOver(forecast.forecast, at, lot.periods, (units) => units))
      : err({ kind: 'costs-invalid' });
  const rate = sumOver(forecast.forecast, 0, forecast.forecast.length, (units) => units) / forecast.forecast.length;
  const best = economicOrderQuantity({ ...lot, demandRate: rate });
  return best.ok ? ok(best.value.quantity) : best;
};

/** The smallest orderable quantity that is enough, else the largest allowed. */
const orderable = (need: number, rules: QuantityRules): number => {
  const units = Math.max(1, Math.ceil(need - 1e-9));
  const checked = checkQuantity(units, rules);
  return checked.ok ? checked.value : checked.error.suggest;
};

/** When to order, how much, and why; and how stock is expected to run with and without that order. */
export const replenish = (item: ReplenishmentItem): Result<ReplenishmentPlan, ReplenishmentRefusal> => {
  const { forecast, available, onOrder, leadTime, reviewPeriod = 0, rules } = item;
  const given = forecast.forecast.length;
  const needed = Math.ceil(leadTime + reviewPeriod);
  if (!(needed <= given)) return err({ kind: 'horizon-too-short', needed, given });
  const first = orderPointAt(item, 0);
  if (!first.ok) return first;
  const dueBy = (time: number): number =>
    onOrder.reduce((sum, { period, quantity }) => sum + (period <= time ? quantity : 0), 0);
  const positionNow = available + dueBy(needed);

  let order: ReplenishmentPlan['order'];
  let stock = available;
  for (let period = 0; period + needed <= given; period += 1) {
    const point = orderPointAt(item, period);
    if (!point.ok) return point;
    const position = stock + dueBy(period + needed);
    if (position <= point.value.reorderPoint && point.value.expectedDemand > 0) {
      const lot = lotOf(item, period);
      if (!lot.ok) return lot;
      const need = point.value.reorderPoint + lot.value - position;
      const quantity = orderable(need, rules);
      const arrives = period + leadTime;
      const parts: readonly QuantityPart[] = [
        { part: 'reorder-point', amount: point.value.reorderPoint },
        { part: 'lot', amount: lot.value },
        { part: 'stock-position', amount: -position },
        { part: 'rounding', amount: quantity - need },
      ];
      const cartons = rules.carton ? { cartons: quantity / rules.carton } : {};
      if (quantity > 0) order = { period, arrives, quantity, ...cartons, parts, why: { ...point.value, position } };
      break;
    }
    stock -= forecast.forecast[period]!;
  }
  const curve = projectStock(item, order);
  const runsOut = curve.findIndex(({ withoutOrder }) => withoutOrder <= 0);
  return ok({
    now: { ...first.value, position: positionNow, level: stockLevel(available, first.value) },
    ...(order ? { order } : {}),
    ...(runsOut >= 0 ? { runsOut } : {}),
    curve,
  });
};
