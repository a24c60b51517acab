import { addDays, err, type Instant, ok, type Result } from '../kernel/index.ts';
import { type Minor, minor, sum } from '../money/index.ts';

/** Days in which goods may be sent back, from their delivery on; by category, else `standard`. */
export type ReturnWindows = {
  readonly standard: number;
  readonly byCategory?: Readonly<Record<string, number>> | undefined;
};
export const returnWindows: ReturnWindows = { standard: 7 };

/** Until when a line may be returned: the longest window among its categories. Half-open: at that instant it is over. */
export const returnableUntil = (
  deliveredAt: Instant,
  categories: readonly string[],
  windows: ReturnWindows = returnWindows,
): Instant => {
  const own = categories.map((category) => windows.byCategory?.[category]).filter((days) => days !== undefined);
  return addDays(deliveredAt, own.length > 0 ? Math.max(...own) : windows.standard);
};

export type ReturnClaim = {
  /** The goods' own refund, as `refundReturn` found it: adjustments of repricing included. */
  readonly goods: Minor;
  /** Nothing of the order stays with the buyer after this return. */
  readonly allBack: boolean;
  /** Shipping that was paid and not refunded yet. */
  readonly shipping: Minor;
  /** Wrong, late or broken goods: shipping goes back however little is returned. */
  readonly ourFault?: boolean | undefined;
  /** Value of gifts whose cause falls away and that were kept. */
  readonly giftsKept?: Minor | undefined;
  /** What a person takes off for goods that came back used or broken by the buyer. */
  readonly deduction?: Minor | undefined;
};
export type ReturnPayout = {
  readonly amount: Minor;
  /** Adds up to `amount`. */
  readonly steps: readonly {
    readonly what: 'goods' | 'shipping' | 'gifts-kept' | 'deduction';
    readonly amount: Minor;
  }[];
};

/** What a return pays out: the goods, shipping when everything is back or the fault is ours, less gifts that were kept and what is taken off; never below zero. */
export const returnPayout = ({
  goods,
  allBack,
  shipping,
  ourFault = false,
  giftsKept = minor(0),
  deduction = minor(0),
}: ReturnClaim): ReturnPayout => {
  const back = allBack || ourFault ? shipping : minor(0);
  const kept = minor(-Math.min(giftsKept, goods + back));
  const off = minor(-Math.min(deduction, goods + back + kept));
  const steps = [
    { what: 'goods', amount: goods },
    { what: 'shipping', amount: back },
    { what: 'gifts-kept', amount: kept },
    { what: 'deduction', amount: off },
  ] as const;
  return { amount: sum([goods, back, kept, off]), steps: steps.filter((step) => step.amount !== 0) };
};

/** The means an order was paid with, in the order in which money goes back: points first, online payments last. */
export const refundMeans = ['points', 'balance', 'credit', 'online'] as const;
export type RefundMeans = (typeof refundMeans)[number];
export type PaidBy = {
  readonly id: string;
  readonly means: RefundMeans /** Paid this way and not given back yet. */;
  readonly left: Minor;
};
export type RefundPart = { readonly id: string; readonly means: RefundMeans; readonly amount: Minor };

/** Splits a refund over the means of payment; of one means the latest payment (by id) first. Refused beyond what was paid. */
export const splitRefund = (
  amount: Minor,
  paid: readonly PaidBy[],
): Result<readonly RefundPart[], { readonly kind: 'over-amount'; readonly asked: Minor; readonly most: Minor }> => {
  const most = sum(paid.map((one) => one.left));
  if (amount < 0 || amount > most) return err({ kind: 'over-amount', asked: amount, most });
  const rank = (one: PaidBy): number => refundMeans.indexOf(one.means);
  let left: number = amount;
  const parts: RefundPart[] = [];
  for (const one of paid.toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? 1 : -1))) {
    const part = Math.min(left, one.left);
    if (part > 0) parts.push({ id: one.id, means: one.means, amount: minor(part) });
    left -= part;
  }
  return ok(parts);
};
