import type { PromotionId } from '../../kernel/index.ts';
import { minor } from '../../money/index.ts';
import type { PricedOrder } from '../../order/quote-result.ts';
import { inBaseUnits } from '../../pricing/index.ts';
import type { Promotion } from '../promotion.ts';
import { basketsFor, type PricedGoods, representatives, scopesOf, shrink, telling } from './baskets.ts';
import type { Basket, Finding } from './finding.ts';
import { neverByItself } from './never.ts';
import { type AnalysisInput, didApply, type Probe, probeFor } from './probe.ts';
import { undeclaredOrders } from './undeclared.ts';

/**
 * Examines promotions before they are published: rules that can never act, are always shadowed, depend on an order that
 * nobody declared, meet a floor or sell below cost, or make a larger order cheaper than a smaller one.
 *
 * Findings are found by pricing baskets at every quantity where a rule of the set can change its mind, with the function
 * that prices real orders; so a finding is always true of its basket, while a clean report covers the probed baskets.
 */
export const analysePromotions = (input: AnalysisInput): Finding[] => {
  const goods = pricedGoods(input);
  const chosen = representatives(goods, input.promotions.flatMap(scopesOf));
  const tiers = tierStarts(input);
  const quantities = new Map(
    chosen.map((one) => [one.goods.skuId as string, telling(one, input.promotions, tiers.get(one.goods.skuId) ?? [])]),
  );
  const studied = input.promotions
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((promotion) => study(promotion, input, goods, chosen, quantities));
  const probes = studied.flatMap(({ probe, baskets }) => (probe ? [{ probe, baskets }] : []));
  const findings = [
    ...studied.flatMap(({ findings: own }) => own),
    ...undeclaredOrders(input, probes),
    ...probes.flatMap(({ probe, baskets }) => largerIsCheaper(probe, baskets, input)),
  ];
  return withoutRepeats(findings);
};

/** Goods that have a price without any promotion. */
const pricedGoods = (input: AnalysisInput): PricedGoods[] => {
  const tiers = tierStarts(input);
  const nobody: Promotion = { id: '' as PromotionId, actions: [] };
  const probe = probeFor(nobody, { ...input, promotions: [] });
  return input.goods.flatMap((goods) => {
    const priced = probe?.priced([{ skuId: goods.skuId, quantity: 1 }]);
    const line = priced?.lines[0];
    const perBase = line && line.priceUnit === undefined ? line.unitPriceE4 : (line?.gross ?? 0) * 100;
    return line ? [{ goods, unitPriceE4: perBase, steps: tiers.get(goods.skuId)?.length ?? 0 }] : [];
  });
};

const tierStarts = ({ prices }: AnalysisInput): Map<string, number[]> => {
  const starts = new Map<string, number[]>();
  for (const { skuId, minQuantity, unit } of prices) {
    const { n, d } = inBaseUnits(minQuantity, unit);
    if (n > d) starts.set(skuId, [...(starts.get(skuId) ?? []), Math.ceil(n / d)]);
  }
  return starts;
};

type Study = {
  readonly findings: readonly Finding[];
  readonly probe: Probe | undefined;
  readonly baskets: readonly Basket[];
};

const study = (
  promotion: Promotion,
  input: AnalysisInput,
  goods: readonly PricedGoods[],
  chosen: readonly PricedGoods[],
  quantities: ReadonlyMap<string, readonly number[]>,
): Study => {
  const why = neverByItself(promotion, input, goods);
  if (why)
    return { findings: [{ kind: 'never-fires', promotionId: promotion.id, why }], probe: undefined, baskets: [] };
  const probe = probeFor(promotion, input)!;
  const baskets = basketsFor(promotion, chosen, quantities);
  const alone = baskets.filter((basket) => didApply(probe.priced(basket, [promotion]), promotion.id));
  if (alone.length === 0)
    return {
      findings: [{ kind: 'never-fires', promotionId: promotion.id, why: 'threshold-out-of-reach' }],
      probe,
      baskets,
    };
  const findings = [shadowed(probe, alone), cutByFloor(probe, alone), belowCost(probe, alone, input)];
  return { findings: findings.filter((finding) => finding !== undefined), probe, baskets };
};

const shadowed = (probe: Probe, alone: readonly Basket[]): Finding | undefined => {
  const { focus } = probe;
  if (alone.some((basket) => didApply(probe.priced(basket), focus.id))) return undefined;
  const shows = (basket: Basket) =>
    didApply(probe.priced(basket, [focus]), focus.id) && !didApply(probe.priced(basket), focus.id);
  const basket = shrink(alone[0]!, shows);
  const why = probe.priced(basket)!.rejected.find(({ promotionId }) => promotionId === focus.id)!;
  return { kind: 'always-shadowed', promotionId: focus.id, by: why.inFavourOf, reason: why.reason, basket };
};

const floorHeldBack = (order: PricedOrder | undefined, id: PromotionId): number =>
  (order?.trace ?? [])
    .filter(
      (entry) => entry.source.kind === 'promotion' && entry.source.promotionId === id && entry.heldBack?.by === 'floor',
    )
    .reduce((sum, entry) => sum + entry.heldBack!.amount, 0);

const cutByFloor = (probe: Probe, alone: readonly Basket[]): Finding | undefined => {
  const shows = (basket: Basket) => floorHeldBack(probe.priced(basket), probe.focus.id) > 0;
  const found = alone.find(shows);
  if (!found) return undefined;
  const basket = shrink(found, shows);
  return {
    kind: 'cut-by-floor',
    promotionId: probe.focus.id,
    basket,
    heldBack: minor(floorHeldBack(probe.priced(basket), probe.focus.id)),
  };
};

/** What the lines of a basket lose against their cost, when a promotion had a part in it. */
const lossOf = (order: PricedOrder | undefined, id: PromotionId): number =>
  order && didApply(order, id)
    ? order.lines.reduce((sum, line) => sum + Math.min(0, line.discount > 0 ? (line.margin ?? 0) : 0), 0)
    : 0;

const belowCost = (probe: Probe, alone: readonly Basket[], input: AnalysisInput): Finding | undefined => {
  if (!input.goods.some(({ costE4 }) => costE4 !== undefined)) return undefined;
  const shows = (basket: Basket) => lossOf(probe.priced(basket), probe.focus.id) < 0;
  const found = alone.find(shows);
  if (!found) return undefined;
  const basket = shrink(found, shows);
  const order = probe.priced(basket)!;
  return {
    kind: 'below-cost',
    promotionIds: order.applied.map(({ promotionId }) => promotionId).sort(),
    basket,
    loss: minor(-lossOf(order, probe.focus.id)),
  };
};

/** The next step of a SKU: its carton or multiple, else one unit. */
const stepOf = (skuId: string, { goods }: AnalysisInput): number => {
  const rules = goods.find((one) => one.skuId === skuId)?.quantityRules;
  return rules?.carton ?? rules?.multiple ?? 1;
};

const largerIsCheaper = (probe: Probe, baskets: readonly Basket[], input: AnalysisInput): Finding[] => {
  const singles = baskets.filter((basket) => basket.length === 1);
  for (const basket of singles) {
    const { skuId, quantity } = basket[0]!;
    const larger: Basket = [{ skuId, quantity: quantity + stepOf(skuId, input) }];
    const [small, large] = [probe.priced(basket), probe.priced(larger)];
    if (small && large && large.totals.goods < small.totals.goods) {
      return [
        {
          kind: 'larger-is-cheaper',
          basket,
          larger,
          amount: small.totals.goods,
          amountLarger: large.totals.goods,
        },
      ];
    }
  }
  return [];
};

const withoutRepeats = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
];
