import { allows } from '@tradeline/domain/access';
import { type Minor, minor, unitPriceE4, ZERO } from '@tradeline/domain/money';
import type { OrderFacts } from '@tradeline/domain/order';
import type { Buyer } from '../../trpc/context.ts';
import type { ClosedTold } from './closing/reckon-rest.ts';
import type { OrderChange } from './editing/tell-change.ts';
import type { viewOrder } from './view-order.ts';

type Viewed = Extract<Awaited<ReturnType<typeof viewOrder>>, { ok: true }>['value'];

/**
 * Amounts of the company's own orders hang on the role alone: a company that is shown the catalogue without prices still
 * has to check and pay what it agreed to.
 */
export const tellsAmounts = (buyer: Pick<Buyer, 'role'>): boolean =>
  allows({ audience: 'buyer', roles: [buyer.role] }, 'catalog.read-price') !== undefined;

/** A list row without its total, for those whose role is not told prices. */
export const withoutTotal = <Row extends { totalAmount: Minor }>(
  row: Row,
): Omit<Row, 'totalAmount'> & { totalAmount: null } => ({
  ...row,
  totalAmount: null,
});

/**
 * An order as the warehouse clerk of a customer sees it: goods, units, parcels and history, no money anywhere. What was
 * an amount is 0 and `amounts` says so, so that a screen leaves it out instead of showing a price of nothing.
 */
export const withoutAmounts = (order: Viewed): Viewed => ({
  ...order,
  goodsAmount: ZERO,
  discountAmount: ZERO,
  shippingAmount: ZERO,
  taxAmount: ZERO,
  totalAmount: ZERO,
  grantedAmount: ZERO,
  trace: null,
  facts: factsWithoutMoney(order.facts),
  payments: [],
  lines: order.lines.map((line) => ({
    ...line,
    unitPriceE4: unitPriceE4(0),
    priceListId: null,
    grossAmount: ZERO,
    discountAmount: ZERO,
    netAmount: ZERO,
    taxAmount: ZERO,
    closedGross: ZERO,
    closedNet: ZERO,
  })),
  events: order.events.map((event) => ({
    ...event,
    facts: pick(event.facts),
  })),
});

export const factsWithoutMoney = (facts: OrderFacts): OrderFacts => ({
  ...facts,
  payments: [],
  money: { ...facts.money, total: minor(0), granted: minor(0), prepay: minor(0) },
  holds: { credit: minor(0), coupons: 0, points: 0 },
});

/** Which goods more and which fewer, and nothing of what that costs. */
const changeWithoutAmounts = ({ lines, gifts }: OrderChange): OrderChange => ({
  lines: lines
    .filter(({ quantityBefore, quantityAfter }) => quantityBefore !== quantityAfter)
    .map((line) => ({ ...line, before: ZERO, after: ZERO })),
  gifts,
  promotions: [],
  shipping: { before: ZERO, after: ZERO },
  points: { before: 0, after: 0 },
  total: { before: ZERO, after: ZERO },
  back: ZERO,
});

/** Which goods are never sent, and nothing of what that costs less. */
const closedWithoutAmounts = ({ lines }: ClosedTold): ClosedTold => ({
  lines: lines.map((line) => ({ ...line, amount: ZERO })),
  total: { before: ZERO, after: ZERO },
  points: 0,
  paidBack: [],
});

const pick = (facts: Viewed['events'][number]['facts'] | null): Viewed['events'][number]['facts'] => ({
  ...(facts?.subjectId === undefined ? {} : { subjectId: facts.subjectId }),
  ...(facts?.carrier === undefined ? {} : { carrier: facts.carrier }),
  ...(facts?.trackingNumber === undefined ? {} : { trackingNumber: facts.trackingNumber }),
  ...(facts?.change === undefined ? {} : { change: changeWithoutAmounts(facts.change) }),
  ...(facts?.closed === undefined ? {} : { closed: closedWithoutAmounts(facts.closed) }),
});
