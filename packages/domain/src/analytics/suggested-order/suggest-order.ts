import type { Day, SkuId } from '../../kernel/index.ts';
import { id, ok, type Result } from '../../kernel/index.ts';
import type { Minor } from '../../money/index.ts';
import { type PricedOrder, type QuoteInput, type QuoteLine, type QuoteRefusal, quote } from '../../order/index.ts';
import type { CustomerHistory } from '../customers/index.ts';
import { type DueLine, type OrderPastError, orderPastError, stillDueLines } from './due-lines.ts';
import { fitQuantity, nextQuantity } from './fit-quantity.ts';

/** The facts of a SKU that a quote needs, and the units that may be promised; absent = not limited. */
export type SuggestableGoods = Omit<QuoteLine, 'id' | 'skuId' | 'quantity' | 'selected'> & {
  readonly available?: number | undefined;
};
export type SuggestOrderInput = {
  readonly history: CustomerHistory;
  readonly asOf: Day;
  /** What this customer may order, by SKU id. */
  readonly goods: Readonly<Record<string, SuggestableGoods>>;
  /** Prices, promotions, customer, tax and moment, as for any order. */
  readonly quote: Omit<QuoteInput, 'lines'>;
  /** The order's total may reach this exactly; absent = not limited. */
  readonly creditLeft?: Minor | undefined;
};

export type SuggestedLine = {
  readonly skuId: string;
  readonly quantity: number;
  readonly net: Minor;
  /** Why this SKU and why so much, with the rule's error on this customer's own past orders of it. */
  readonly why: DueLine;
  /** What moved the quantity away from the wanted one beside cartons and minimum. */
  readonly changed?:
    | { readonly kind: 'more-for-no-more-money'; readonly from: number; readonly saves: Minor }
    | { readonly kind: 'within-credit'; readonly from: number }
    | { readonly kind: 'within-stock'; readonly available: number };
};
export type NotSuggested = {
  readonly skuId: string;
  readonly why: DueLine;
  readonly reason:
    | 'not-sold-to-this-customer'
    | 'out-of-stock'
    | 'no-orderable-quantity'
    | 'refused-by-quote'
    | 'over-credit';
};
export type SuggestedOrder = {
  readonly lines: readonly SuggestedLine[];
  /** The whole as the quote prices it, promotions and their next steps included. */
  readonly priced: PricedOrder;
  readonly leftOut: readonly NotSuggested[];
  /** The same suggestion made before the customer's last orders, against what it then ordered. */
  readonly past?: OrderPastError;
};

type Draft = { readonly due: DueLine; readonly quantity: number; readonly changed?: SuggestedLine['changed'] };

/** More of a SKU than this share of the first quantity is not put forward, even for nothing. */
const MOST_MORE = 0.5;
const MOST_TRIED = 30;

/**
 * An order for a customer to start from: what is due by its own habits, in quantities by the rule that erred least, rounded to
 * cartons, within stock and credit, priced by the one quote. Where a tier or a running promotion makes the next carton free
 * (the whole costs no more), it is taken. Where the credit ends, the least wanted lines shrink or go first.
 */
export const suggestOrder = (asked: SuggestOrderInput): Result<SuggestedOrder, QuoteRefusal> => {
  const leftOut: NotSuggested[] = [];
  const due = stillDueLines(asked.history, asked.asOf);
  const input = withPricesOf(asked, due);
  const fitted = due.flatMap((line): Draft[] => {
    const draft = fit(input, line);
    if (typeof draft !== 'string') return [draft];
    leftOut.push({ skuId: line.skuId, why: line, reason: draft });
    return [];
  });
  const first = price(input, fitted);
  if (!first.ok) return first;
  const refused = new Set(first.value.refusedLines.map(({ lineId }) => lineId));
  for (const { due } of fitted)
    if (refused.has(due.skuId)) leftOut.push({ skuId: due.skuId, why: due, reason: 'refused-by-quote' });
  const drafts = withinCredit(
    input,
    takeFreeGoods(
      input,
      fitted.filter(({ due }) => !refused.has(due.skuId)),
    ),
  );
  const kept = new Set(drafts.map(({ due }) => due.skuId));
  for (const { due } of fitted)
    if (!kept.has(due.skuId) && !refused.has(due.skuId))
      leftOut.push({ skuId: due.skuId, why: due, reason: 'over-credit' });
  const priced = price(input, drafts);
  if (!priced.ok) return priced;
  const netOf = new Map(priced.value.lines.map(({ id: lineId, net }) => [lineId, net]));
  const past = orderPastError(input.history, input.asOf);
  return ok({
    lines: drafts.map(({ due, quantity, changed }) => ({
      skuId: due.skuId,
      quantity,
      net: netOf.get(due.skuId)!,
      why: due,
      ...(changed ? { changed } : {}),
    })),
    priced: priced.value,
    leftOut,
    ...(past ? { past } : {}),
  });
};

/** The order is priced many times over; prices of other goods would be read each time. */
const withPricesOf = (input: SuggestOrderInput, due: readonly DueLine[]): SuggestOrderInput => {
  const wanted = new Set(due.map(({ skuId }) => skuId));
  const prices = input.quote.prices.filter(({ skuId }) => wanted.has(skuId));
  return { ...input, quote: { ...input.quote, prices } };
};

const fit = ({ goods }: SuggestOrderInput, due: DueLine): Draft | NotSuggested['reason'] => {
  const facts = goods[due.skuId];
  if (!facts) return 'not-sold-to-this-customer';
  const { available, quantityRules } = facts;
  const wanted = fitQuantity(due.wanted.units, quantityRules);
  if (wanted === undefined) return 'no-orderable-quantity';
  if (available === undefined || wanted <= available) return { due, quantity: wanted };
  const quantity = fitQuantity(due.wanted.units, quantityRules, available);
  return quantity === undefined ? 'out-of-stock' : { due, quantity, changed: { kind: 'within-stock', available } };
};

/** All lines priced together; a line that cannot be ordered is named instead of refusing the rest. */
const price = ({ goods, quote: template }: SuggestOrderInput, drafts: readonly Draft[]) => {
  const lines = drafts.map(({ due, quantity }): QuoteLine => {
    const { available: _, ...facts } = goods[due.skuId]!;
    return { ...facts, id: due.skuId, skuId: id<SkuId>(due.skuId), quantity };
  });
  return quote({ ...template, lines, settings: { ...template.settings, view: 'cart' } });
};

/** What the drafts cost; undefined when a line is refused. */
const payable = (input: SuggestOrderInput, drafts: readonly Draft[]): Minor | undefined => {
  const priced = price(input, drafts);
  return priced.ok && priced.value.refusedLines.length === 0 ? priced.value.totals.payable : undefined;
};

const replaced = (drafts: readonly Draft[], at: number, draft: Draft): Draft[] => drafts.with(at, draft);

const takeFreeGoods = (input: SuggestOrderInput, start: readonly Draft[]): readonly Draft[] => {
  let drafts = start;
  let cost = payable(input, drafts);
  for (let at = 0; at < Math.min(MOST_TRIED, start.length); at += 1) {
    const { due, quantity: from } = drafts[at]!;
    const { quantityRules, available } = input.goods[due.skuId]!;
    for (
      let next = nextQuantity(from, quantityRules, available);
      next !== undefined && next <= from * (1 + MOST_MORE);
      next = nextQuantity(next, quantityRules, available)
    ) {
      const tried = replaced(drafts, at, { due, quantity: next });
      const costs = payable(input, tried);
      if (cost === undefined || costs === undefined || costs > cost) continue;
      const saves = (cost - costs) as Minor;
      drafts = replaced(drafts, at, { due, quantity: next, changed: { kind: 'more-for-no-more-money', from, saves } });
      cost = costs;
      break;
    }
  }
  return drafts;
};

/** Adds lines in the order in which they are wanted, each in the largest quantity that the credit still carries. */
const withinCredit = (input: SuggestOrderInput, drafts: readonly Draft[]): readonly Draft[] => {
  const { creditLeft, goods } = input;
  if (creditLeft === undefined || (payable(input, drafts) ?? 0) <= creditLeft) return drafts;
  const carries = (list: readonly Draft[]): boolean => {
    const costs = payable(input, list);
    return costs !== undefined && costs <= creditLeft;
  };
  let kept: readonly Draft[] = [];
  for (const draft of drafts) {
    if (carries([...kept, draft])) {
      kept = [...kept, draft];
      continue;
    }
    const { due, quantity: from } = draft;
    const rules = goods[due.skuId]!.quantityRules;
    const smaller = (most: number): Draft | undefined => {
      const quantity = fitQuantity(most, rules, most);
      return quantity === undefined ? undefined : { due, quantity, changed: { kind: 'within-credit', from } };
    };
    let [low, high] = [0, from - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const tried = smaller(middle);
      if (tried === undefined || carries([...kept, tried])) low = middle;
      else high = middle - 1;
    }
    const best = low > 0 ? smaller(low) : undefined;
    if (best && carries([...kept, best])) kept = [...kept, best];
  }
  return kept;
};
