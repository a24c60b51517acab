import { scale, unitPriceE4 } from '../../money/index.ts';
import type { PricedOrder } from '../../order/quote-result.ts';
import { isInScope } from '../scope.ts';
import type { Missing } from '../trace.ts';
import { type Addition, type AdviceInput, type Candidate, withAdditions } from './additions.ts';
import { cheapestCover, type Pack } from './cheapest-cover.ts';

export type Plan = { readonly order: PricedOrder; readonly add: readonly Addition[]; readonly exact: boolean };

/** A promotion may ask for several things one after the other; no promotion of the trade asks for more than these. */
const MAX_STEPS = 8;

/**
 * The cheapest additions after which `reached` holds. What is missing is covered at the least cost; when the order then
 * still misses something (another condition, or a discount that lowered the running sum), that is covered on top, and
 * at the end every pack that proves needless is taken out again.
 */
export const planCover = (
  input: AdviceInput,
  candidates: readonly Candidate[],
  missing: Missing,
  reached: (order: PricedOrder) => boolean,
  missingIn: (order: PricedOrder) => Missing | undefined,
): Plan | undefined => {
  let [wanted, add, exact]: [Missing, Addition[], boolean] = [missing, [], true];
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const more = coverOnce(input, candidates, wanted, add);
    if (!more) return undefined;
    exact = exact && more.exact && step === 0;
    add = merged(add, more.add);
    const order = withAdditions(input, candidates, add);
    if (!order) return undefined;
    if (reached(order))
      return exact ? { order, add, exact } : trimmed(input, candidates, { order, add, exact }, reached);
    const next = missingIn(order);
    if (!next) return undefined;
    wanted = next;
  }
  return undefined;
};

const merged = (a: readonly Addition[], b: readonly Addition[]): Addition[] =>
  [...Map.groupBy([...a, ...b], ({ lineId }) => lineId).values()].map((same) => ({
    ...same[0]!,
    units: same.reduce((sum, { units }) => sum + units, 0),
  }));

const coverOnce = (
  input: AdviceInput,
  candidates: readonly Candidate[],
  { amount, quantity, scope }: Missing,
  planned: readonly Addition[],
) => {
  const open = candidates
    .filter((candidate) => isInScope(cartLineOf(candidate), scope))
    .map((candidate) => ({ candidate, ...roomFor(input, candidate, planned) }));
  const packs = open.map(({ candidate, step, max }): Pack => {
    const cost = scale(candidate.unitPriceE4, step, 100);
    return { value: quantity === undefined ? cost : step, cost, max };
  });
  const cover = cheapestCover(packs, quantity ?? amount ?? 0);
  if (!cover) return undefined;
  const add = open.flatMap(({ candidate: { line }, step }, at) =>
    cover.counts[at]! > 0 ? [{ lineId: line.id, skuId: line.skuId, units: cover.counts[at]! * step }] : [],
  );
  return { add, exact: cover.exact && isPlain(open.map(({ candidate }) => candidate)) };
};

/** Goods that must first be taken in a minimum larger than their step do not fit the table's equal packs. */
const isPlain = (candidates: readonly Candidate[]): boolean =>
  candidates.every(({ line, inCart }) => inCart > 0 || (line.quantityRules?.minimum ?? 1) <= stepOf(line));

const stepOf = ({ quantityRules = {} }: Candidate['line']): number => {
  const [a, b] = [quantityRules.multiple ?? 1, quantityRules.carton ?? 1];
  const common = (x: number, y: number): number => (y === 0 ? x : common(y, x % y));
  return (a / common(a, b)) * b;
};

const roomFor = (
  { stock }: AdviceInput,
  { line, inCart }: Candidate,
  planned: readonly Addition[],
): { step: number; max: number } => {
  const has = inCart + (planned.find(({ lineId }) => lineId === line.id)?.units ?? 0);
  const step =
    has === 0
      ? Math.max(stepOf(line), Math.ceil((line.quantityRules?.minimum ?? 1) / stepOf(line)) * stepOf(line))
      : stepOf(line);
  const most = Math.min(
    line.quantityRules?.maximum ?? Number.POSITIVE_INFINITY,
    stock?.[line.skuId] ?? Number.POSITIVE_INFINITY,
  );
  return { step, max: Math.max(0, Math.floor((most - has) / step)) };
};

/** A candidate as a scope sees it. */
const cartLineOf = ({ line, unitPriceE4: price }: Candidate) => ({
  ...line,
  gross: 0 as never,
  unitPriceE4: unitPriceE4(price),
  floor: 0 as never,
});

/** Takes out one pack after the other as long as the goal stays reached. */
const trimmed = (
  input: AdviceInput,
  candidates: readonly Candidate[],
  plan: Plan,
  reached: (order: PricedOrder) => boolean,
): Plan => {
  for (const { lineId, units } of plan.add) {
    const { line } = candidates.find((candidate) => candidate.line.id === lineId)!;
    if (units < stepOf(line)) continue;
    const add = plan.add
      .map((one) => (one.lineId === lineId ? { ...one, units: units - stepOf(line) } : one))
      .filter((one) => one.units > 0);
    const order = withAdditions(input, candidates, add);
    if (order && reached(order)) return trimmed(input, candidates, { ...plan, order, add }, reached);
  }
  return plan;
};
