import type { CompanyId, OrderId, PromotionId, SkuId } from '../../kernel/index.ts';
import { type Minor, minor } from '../../money/index.ts';
import { quote } from '../../order/quote.ts';
import type { QuoteInput } from '../../order/quote-input.ts';
import type { PricedOrder, QuoteRefusal } from '../../order/quote-result.ts';
import type { Promotion } from '../promotion.ts';

/** An order as it was placed: its lines, prices, promotions and moment. */
export type PastOrder = { readonly id: OrderId; readonly input: QuoteInput };

export type ReplayInput = {
  readonly orders: readonly PastOrder[];
  /** The promotion under study. Its usage limits and budget are used up order by order, in the order of time. */
  readonly draft: Promotion;
};

/** What the draft would have done to one order. */
export type ReplayedOrder = {
  readonly id: OrderId;
  readonly discount: Minor;
  readonly revenueBefore: Minor;
  readonly revenueAfter: Minor;
  readonly marginBefore?: Minor | undefined;
  readonly marginAfter?: Minor | undefined;
  /** Promotions that the draft displaced or weakened, with what they gave less. */
  readonly displaced: readonly { readonly promotionId: PromotionId; readonly less: Minor }[];
};

export type ReplayReport = {
  readonly draft: PromotionId;
  /** The report compares the same orders with and without the draft: nobody buys more or less because of it. */
  readonly demandHeldFixed: true;
  readonly orders: number;
  readonly touched: readonly ReplayedOrder[];
  /** Customers who would have gained, and by how much, largest first. */
  readonly gainers: readonly { readonly companyId: CompanyId; readonly discount: Minor }[];
  /** More discount than without the draft, tax included as in the orders' prices, shipping too. */
  readonly discountGiven: Minor;
  /** Without tax and shipping. */
  readonly revenue: { readonly before: Minor; readonly after: Minor };
  /** Over the lines that name a cost; without tax. */
  readonly margin: { readonly before: Minor; readonly after: Minor };
  /** Orders that earn less than nothing with the draft and did not without it. */
  readonly belowCost: readonly { readonly id: OrderId; readonly margin: Minor }[];
  /** Units the draft would have given away. */
  readonly gifts: readonly { readonly skuId: SkuId; readonly quantity: number; readonly value: Minor }[];
  /** Orders that cannot be priced with today's rules, with the reason. */
  readonly unpriceable: readonly { readonly id: OrderId; readonly refusal: QuoteRefusal }[];
};

/** Runs past orders once as they were and once with a draft promotion, and reports the difference. */
export const replayPromotion = ({ orders, draft }: ReplayInput): ReplayReport => {
  const ledger: Ledger = { uses: 0, spent: 0, byCompany: new Map() };
  const runs: Run[] = [];
  const unpriceable: { id: OrderId; refusal: QuoteRefusal }[] = [];
  for (const order of orders.toSorted(byTime)) {
    const before = quote(order.input);
    const after = quote(withDraft(order.input, asOf(draft, ledger, order)));
    if (!before.ok) unpriceable.push({ id: order.id, refusal: before.error });
    else if (!after.ok) unpriceable.push({ id: order.id, refusal: after.error });
    else {
      runs.push({ order, before: before.value, after: after.value });
      useUp(ledger, order, after.value, draft.id);
    }
  }
  return report(draft.id, orders.length, runs, unpriceable);
};

type Run = { readonly order: PastOrder; readonly before: PricedOrder; readonly after: PricedOrder };
/** What the draft has used up so far. */
type Ledger = { uses: number; spent: number; readonly byCompany: Map<string, number> };

const byTime = (a: PastOrder, b: PastOrder): number =>
  a.input.now < b.input.now ? -1 : a.input.now > b.input.now ? 1 : a.id < b.id ? -1 : 1;

const withDraft = (input: QuoteInput, draft: Promotion): QuoteInput => ({
  ...input,
  promotions: [...(input.promotions ?? []).filter(({ id }) => id !== draft.id), draft],
  coupons: draft.coupon ? [...(input.coupons ?? []), draft.coupon.code] : input.coupons,
});

const companyOf = ({ input }: PastOrder): string => input.customer?.companyId ?? '';

const asOf = (draft: Promotion, ledger: Ledger, order: PastOrder): Promotion => ({
  ...draft,
  usage: draft.usage && {
    ...draft.usage,
    used: (draft.usage.used ?? 0) + ledger.uses,
    usedByCustomer: (draft.usage.usedByCustomer ?? 0) + (ledger.byCompany.get(companyOf(order)) ?? 0),
  },
  budget: draft.budget && {
    ...draft.budget,
    used: draft.budget.used + (draft.budget.type === 'amount' ? ledger.spent : ledger.uses),
  },
});

const useUp = (ledger: Ledger, order: PastOrder, after: PricedOrder, draft: PromotionId): void => {
  const own = after.applied.find(({ promotionId }) => promotionId === draft);
  if (!own) return;
  ledger.uses += 1;
  ledger.spent += own.amount;
  ledger.byCompany.set(companyOf(order), (ledger.byCompany.get(companyOf(order)) ?? 0) + 1);
};

const report = (
  draft: PromotionId,
  orders: number,
  runs: readonly Run[],
  unpriceable: ReplayReport['unpriceable'],
): ReplayReport => {
  const touched = runs.filter(({ after }) => after.applied.some(({ promotionId }) => promotionId === draft));
  return {
    draft,
    demandHeldFixed: true,
    orders,
    touched: touched.map((run) => replayed(run, draft)),
    gainers: gainersOf(touched),
    discountGiven: sumOf(touched, (run) => discountOf(run)),
    revenue: {
      before: sumOf(runs, ({ before }) => revenueOf(before)),
      after: sumOf(runs, ({ after }) => revenueOf(after)),
    },
    margin: {
      before: sumOf(runs, ({ before }) => marginOf(before) ?? 0),
      after: sumOf(runs, ({ after }) => marginOf(after) ?? 0),
    },
    belowCost: touched.flatMap(({ order, before, after }) => {
      const margin = marginOf(after) ?? 0;
      return margin < 0 && (marginOf(before) ?? 0) >= 0 ? [{ id: order.id, margin: minor(margin) }] : [];
    }),
    gifts: giftsOf(touched, draft),
    unpriceable,
  };
};

const sumOf = (runs: readonly Run[], amount: (run: Run) => number): Minor =>
  minor(runs.reduce((sum, run) => sum + amount(run), 0));

const discountOf = ({ before, after }: Run): number => reductions(after) - reductions(before);
const reductions = ({ totals }: PricedOrder): number => totals.discount + totals.shippingDiscount;
const revenueOf = ({ totals, shipping }: PricedOrder): number => totals.net - shipping.tax.net;

const marginOf = ({ lines }: PricedOrder): number | undefined => {
  const known = lines.flatMap(({ margin }) => (margin === undefined ? [] : [margin]));
  return known.length > 0 ? known.reduce((a: number, b) => a + b, 0) : undefined;
};

const optional = (amount: number | undefined): Minor | undefined => (amount === undefined ? undefined : minor(amount));

const replayed = (run: Run, draft: PromotionId): ReplayedOrder => ({
  id: run.order.id,
  discount: minor(discountOf(run)),
  revenueBefore: minor(revenueOf(run.before)),
  revenueAfter: minor(revenueOf(run.after)),
  marginBefore: optional(marginOf(run.before)),
  marginAfter: optional(marginOf(run.after)),
  displaced: run.before.applied.flatMap(({ promotionId, amount }) => {
    const less = amount - (run.after.applied.find((now) => now.promotionId === promotionId)?.amount ?? 0);
    return less > 0 && promotionId !== draft ? [{ promotionId, less: minor(less) }] : [];
  }),
});

const gainersOf = (touched: readonly Run[]): ReplayReport['gainers'] =>
  [...Map.groupBy(touched, ({ order }) => order.input.customer?.companyId)]
    .flatMap(([companyId, runs]) => (companyId === undefined ? [] : [{ companyId, discount: sumOf(runs, discountOf) }]))
    .sort((a, b) => b.discount - a.discount || (a.companyId < b.companyId ? -1 : 1));

const giftsOf = (touched: readonly Run[], draft: PromotionId): ReplayReport['gifts'] => {
  const gifts = touched.flatMap(({ after }) => after.gifts.filter(({ promotionId }) => promotionId === draft));
  return [...Map.groupBy(gifts, ({ skuId }) => skuId)]
    .map(([skuId, all]) => ({
      skuId,
      quantity: all.reduce((sum, { quantity }) => sum + quantity, 0),
      value: minor(all.reduce((sum, { value }) => sum + value, 0)),
    }))
    .sort((a, b) => (a.skuId < b.skuId ? -1 : 1));
};
