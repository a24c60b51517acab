import { type Day, invariant } from '../../kernel/index.ts';
import { type Minor, ZERO } from '../../money/index.ts';

/** One line of one order, as history keeps it. A negative quantity takes goods back and its amount is negative too. */
export type PurchaseLine = {
  readonly orderId: string;
  readonly customerId: string;
  /** Business day of the order. */
  readonly day: Day;
  readonly skuId: string;
  readonly quantity: number;
  /** What the whole line cost, after discounts. */
  readonly amount: Minor;
};

export type PurchasedItem = { readonly skuId: string; readonly quantity: number };

/** One order of a customer: its goods with their quantities added up per SKU, in the order of the SKU ids. */
export type PastOrder = {
  readonly orderId: string;
  readonly day: Day;
  readonly amount: Minor;
  readonly items: readonly PurchasedItem[];
};

export type CustomerHistory = {
  readonly customerId: string;
  /** By day, then id. */
  readonly orders: readonly PastOrder[];
  /** What was cancelled or given back, as amounts of zero or below. */
  readonly takenBack: readonly { readonly day: Day; readonly amount: Minor }[];
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Draft = { day: Day; amount: number; items: Map<string, number> };
type CustomerDraft = { orders: Map<string, Draft>; takenBack: { day: Day; amount: Minor }[] };

/**
 * Orders by customer, from lines in any order. An order is on the day of its earliest line. A line that takes back lowers what
 * the customer spent and is no order; which order it corrects is not guessed.
 */
export const customerHistories = (lines: Iterable<PurchaseLine>): readonly CustomerHistory[] => {
  const drafts = new Map<string, CustomerDraft>();
  for (const { orderId, customerId, day, skuId, quantity, amount } of lines) {
    const customer = drafts.get(customerId) ?? { orders: new Map<string, Draft>(), takenBack: [] };
    drafts.set(customerId, customer);
    if (quantity <= 0) {
      customer.takenBack.push({ day, amount });
      continue;
    }
    const order = customer.orders.get(orderId) ?? { day, amount: ZERO, items: new Map<string, number>() };
    customer.orders.set(orderId, order);
    if (day < order.day) order.day = day;
    order.amount += amount;
    order.items.set(skuId, (order.items.get(skuId) ?? 0) + quantity);
  }
  return [...drafts]
    .map(([customerId, { orders, takenBack }]) => ({
      customerId,
      orders: [...orders]
        .map(([orderId, draft]) => finished(orderId, draft))
        .sort((a, b) => byText(a.day, b.day) || byText(a.orderId, b.orderId)),
      takenBack: takenBack.sort((a, b) => byText(a.day, b.day) || a.amount - b.amount),
    }))
    .sort((a, b) => byText(a.customerId, b.customerId));
};

const finished = (orderId: string, { day, amount, items }: Draft): PastOrder => {
  invariant(Number.isSafeInteger(amount), `an order in whole minor units: ${amount}`);
  return {
    orderId,
    day,
    amount: amount as Minor,
    items: [...items].map(([skuId, quantity]) => ({ skuId, quantity })).sort((a, b) => byText(a.skuId, b.skuId)),
  };
};

/** The days on which a customer ordered, each once: two orders on one day are one occasion. */
export const orderDays = (orders: readonly Pick<PastOrder, 'day'>[]): readonly Day[] => [
  ...new Set(orders.map(({ day }) => day)),
];

/** The history as it was known on the morning of a day. */
export const historyBefore = (history: CustomerHistory, day: Day): CustomerHistory => ({
  customerId: history.customerId,
  orders: history.orders.filter((order) => order.day < day),
  takenBack: history.takenBack.filter((entry) => entry.day < day),
});
