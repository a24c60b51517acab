import { abcClasses, turnover, xyzClass } from '@tradeline/domain/analytics';
import {
  backorderLotCost,
  bestReorderPoint,
  bestSsPolicy,
  economicOrderQuantity,
  lotCost,
  newsvendor,
  newsvendorCost,
  orderableQuantity,
  orderQuantityWithBackorders,
  orderQuantityWithBreaks,
  poissonPmf,
  productionLot,
  reorderPoint,
  rqCost,
  rqWithBackorders,
  rqWithSafetyStock,
  type ServiceTarget,
  safetyStock,
  ssCost,
} from '@tradeline/domain/inventory';
import type { Result } from '@tradeline/domain/kernel';
import { allocate, channel, saleable, transfers } from './inventory-places.ts';

const snake = (text: string): string => text.replaceAll('-', '_');
const unwrap = <T, E extends { readonly kind: string }>(result: Result<T, E>): T | { ok: false; reason: string } =>
  result.ok ? result.value : { ok: false, reason: snake(result.error.kind) };

type LotInput = {
  readonly fixedCost: number;
  readonly holdingCost: number;
  readonly demandRate: number;
  readonly orderQuantity?: number;
  readonly multiple?: number;
  readonly minimum?: number;
  readonly moq?: number;
  readonly holdingRate?: number;
  readonly breakpoints?: readonly number[];
  readonly unitCosts?: readonly number[];
};

const eoq = (input: LotInput) => {
  if (input.breakpoints && input.unitCosts) {
    const breaks = input.breakpoints.map((from, index) => ({ from, unitCost: input.unitCosts![index]! }));
    return unwrap(orderQuantityWithBreaks({ ...input, holdingRate: input.holdingRate ?? input.holdingCost }, breaks));
  }
  if (input.orderQuantity !== undefined)
    return { quantity: input.orderQuantity, cost: lotCost(input, input.orderQuantity) };
  const ideal = economicOrderQuantity(input);
  const [minimum, multiple] = [input.minimum ?? input.moq, input.multiple];
  if (!ideal.ok || (minimum === undefined && multiple === undefined)) return unwrap(ideal);
  return {
    ...orderableQuantity(input, ideal.value.quantity, { minimum: minimum ?? 0, multiple: multiple ?? 1 }),
    ideal: ideal.value.quantity,
  };
};

type BackorderInput = LotInput & { readonly stockoutCost: number; readonly stockoutFraction?: number };
const eoqBackorders = (input: BackorderInput) =>
  input.orderQuantity !== undefined && input.stockoutFraction !== undefined
    ? {
        quantity: input.orderQuantity,
        stockoutFraction: input.stockoutFraction,
        cost: backorderLotCost(input, input.orderQuantity, input.stockoutFraction),
      }
    : unwrap(orderQuantityWithBackorders(input));

const epq = (input: LotInput & { readonly productionRate: number }) => {
  if (input.orderQuantity === undefined) return unwrap(productionLot(input));
  const holdingCost = input.holdingCost * (1 - input.demandRate / input.productionRate);
  return { quantity: input.orderQuantity, cost: lotCost({ ...input, holdingCost }, input.orderQuantity) };
};

type RqInput = {
  readonly holdingCost: number;
  readonly stockoutCost: number;
  readonly fixedCost: number;
  readonly demandMean: number;
  readonly demandSd: number;
  readonly leadTime: number;
  readonly r?: number;
  readonly reorderPoint?: number;
  readonly Q?: number;
  readonly orderQuantity?: number;
};
const rqItem = (input: RqInput) => ({ ...input, demandRate: input.demandMean });

type SsInput = {
  readonly holdingCost: number;
  readonly stockoutCost: number;
  readonly fixedCost: number;
  readonly mean?: number;
  readonly demandMean?: number;
  readonly means?: readonly number[];
  readonly pmf?: readonly number[];
  readonly s?: number;
  readonly S?: number;
};
const ss = (input: SsInput) => {
  const given = input.s !== undefined && input.S !== undefined ? { s: input.s, S: input.S } : undefined;
  const solve = (pmf: readonly number[]) => {
    if (!given) return unwrap(bestSsPolicy(input, pmf));
    const cost = ssCost(input, pmf, given);
    return cost.ok ? { ...given, cost: cost.value } : { ok: false, reason: snake(cost.error.kind) };
  };
  if (input.means) return { rows: input.means.map((mean) => ({ mean, ...solve(poissonPmf(mean)) })) };
  return solve(input.pmf ?? poissonPmf(input.mean ?? input.demandMean ?? 0));
};

type NewsvendorInput = {
  readonly holdingCost?: number;
  readonly stockoutCost?: number;
  readonly demandMean: number;
  readonly demandSd: number;
  readonly leadTime?: number;
  readonly baseStock?: number;
  readonly revenue?: number;
  readonly purchaseCost?: number;
  readonly salvageValue?: number;
};
const newsvendorNormal = (input: NewsvendorInput) => {
  const periods = 1 + (input.leadTime ?? 0);
  const demand = { demandMean: input.demandMean * periods, demandSd: input.demandSd * Math.sqrt(periods) };
  const { revenue = 0, purchaseCost = 0, salvageValue = 0, holdingCost = 0, stockoutCost = 0 } = input;
  const priced = input.revenue !== undefined;
  const costs = {
    holdingCost: holdingCost + (priced ? purchaseCost - salvageValue : 0),
    stockoutCost: stockoutCost + (priced ? revenue - purchaseCost : 0),
  };
  const best = newsvendor(costs, demand);
  if (!best.ok) return unwrap(best);
  const given = input.baseStock;
  const found =
    given === undefined ? best.value : { ...best.value, baseStock: given, cost: newsvendorCost(given, costs, demand) };
  return { ...found, profit: (revenue - purchaseCost) * demand.demandMean - found.cost };
};

type SafetyInput = {
  readonly z?: number;
  readonly serviceLevel?: number;
  readonly fillRate?: number;
  readonly orderQuantity?: number;
  readonly Q?: number;
  readonly demandMean?: number;
  readonly demandSd?: number;
  readonly leadTime: number;
  readonly leadTimeSd?: number;
  readonly reviewPeriod?: number;
};
const targetOf = (input: SafetyInput): ServiceTarget => {
  if (input.z !== undefined) return { kind: 'z', z: input.z };
  if (input.fillRate === undefined) return { kind: 'cycle', level: input.serviceLevel ?? 0.95 };
  return { kind: 'fill', rate: input.fillRate, orderQuantity: input.orderQuantity ?? input.Q ?? 0 };
};
const itemOf = ({ demandMean = 0, demandSd = 0, leadTime, leadTimeSd, reviewPeriod }: SafetyInput) => ({
  demandMean,
  demandSd,
  leadTime,
  leadTimeSd,
  reviewPeriod,
});

type TurnoverRow = {
  readonly cogs: number;
  readonly opening?: number;
  readonly closing?: number;
  readonly monthEnds?: readonly number[];
  readonly stocks?: readonly number[];
  readonly averageStock?: number;
  readonly averageInventory?: number;
  readonly days?: number;
  readonly sales?: number;
  readonly revenue?: number;
  readonly grossMargin?: number;
};
const turns = (input: TurnoverRow) => {
  const ends = [input.opening, input.closing].filter((value) => value !== undefined);
  const stockValues =
    input.averageStock === undefined ? (input.monthEnds ?? input.stocks ?? ends) : [input.averageStock];
  const margin = input.grossMargin === undefined ? undefined : input.cogs + input.grossMargin;
  return turnover({
    cogs: input.cogs,
    stockValues,
    days: input.days ?? 365,
    sales: input.sales ?? input.revenue ?? margin,
  });
};

type AbcInput = {
  readonly values: Readonly<Record<string, number>> | readonly { readonly id: string; readonly value: number }[];
  readonly edges?: readonly [number, number];
};
const abc = (input: AbcInput) => {
  const items = Array.isArray(input.values)
    ? (input.values as readonly { id: string; value: number }[])
    : Object.entries(input.values as Readonly<Record<string, number>>).map(([id, value]) => ({ id, value }));
  const rows = abcClasses(items, input.edges);
  return { classes: Object.fromEntries(rows.map((row) => [row.id, row.class])), rows };
};

/** How each `fn` of the inventory file is asked of the domain. */
export const inventory: Readonly<Record<string, (input: never) => unknown>> = {
  eoq,
  eoqBackorders,
  epq,
  rqEoqSafetyStock: (input: RqInput) => unwrap(rqWithSafetyStock(rqItem(input))),
  rqEoqb: (input: RqInput) => {
    const Q = input.Q ?? input.orderQuantity;
    return Q === undefined ? unwrap(rqWithBackorders(rqItem(input))) : { r: bestReorderPoint(rqItem(input), Q), Q };
  },
  rqCost: (input: RqInput) => ({
    cost: rqCost(rqItem(input), { r: input.r ?? input.reorderPoint ?? 0, Q: input.Q ?? input.orderQuantity ?? 0 }),
  }),
  sSPoisson: ss,
  newsvendorNormal,
  safetyStock: (input: SafetyInput) => unwrap(safetyStock(itemOf(input), targetOf(input))),
  reorderPoint: (input: SafetyInput) => unwrap(reorderPoint(itemOf(input), targetOf(input))),
  allocate,
  saleable,
  channelAvailable: channel,
  abc,
  xyz: (input: {
    readonly demand: readonly number[];
    readonly edges?: readonly [number, number];
    readonly sd?: 'population' | 'sample';
  }) => xyzClass(input.demand, input),
  turnover: turns,
  transferSuggest: transfers,
};
