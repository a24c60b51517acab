import type { Instant } from '../kernel/index.ts';
import { type Minor, minor } from '../money/index.ts';
import type { ApprovalState } from './approval.ts';
import type { LineQuantity } from './effects.ts';
import type { ShipmentState } from './fulfilment.ts';
import type { PaymentState } from './payment.ts';
import { isOpenReturn, type ReturnState } from './return.ts';
import type { ReviewFacts } from './review.ts';

/**
 * Whole units of one order line. `reserved`, `allocated` and `picked` say where the open units stand now (`picked` is
 * part of `allocated`); the others only ever grow, but for a lost parcel, whose units stop counting as shipped, and for
 * units of a return that were counted at the gate and found missing at the inspection.
 */
export type LineFacts = {
  readonly lineId: string;
  readonly ordered: number;
  /** Will never be sent: cancelled with the order, or closed as the rest. */
  readonly cancelled: number;
  readonly reserved: number;
  readonly allocated: number;
  readonly picked: number;
  readonly shipped: number;
  readonly delivered: number;
  /** Came back through our door. */
  readonly returned: number;
  readonly refunded: number;
};

export type ShipmentFacts = {
  readonly id: string;
  readonly state: ShipmentState;
  readonly lines: readonly LineQuantity[];
};

/**
 * `received` is unknown until the goods are at the gate; `good` and `damaged` until they were inspected, which corrects
 * `received` to what was really there.
 */
export type ReturnLine = LineQuantity & {
  readonly received?: number;
  readonly good?: number;
  readonly damaged?: number;
};
export type ReturnFacts = { readonly id: string; readonly state: ReturnState; readonly lines: readonly ReturnLine[] };

export type PaymentFacts = {
  readonly id: string;
  readonly state: PaymentState;
  readonly amount: Minor;
  readonly captured: Minor;
  readonly refunded: Minor;
};

/** `prepaid`: before confirmation; `on-delivery`: 货到付款; `terms`: 账期, by `dueAt` once invoiced. */
export const paymentTerms = ['prepaid', 'on-delivery', 'terms'] as const;
export type PaymentTerms = (typeof paymentTerms)[number];

export type MoneyFacts = {
  readonly terms: PaymentTerms;
  /** What the whole order costs after changes and closed rests. */
  readonly total: Minor;
  /** Credit granted for returned goods; never above `total`. */
  readonly granted: Minor;
  /** The part that must be in before the order may be confirmed: all of it when prepaid, a share when risk asks for one. */
  readonly prepay: Minor;
  readonly dueAt?: Instant | undefined;
};

/** What the order holds of others: released when it ends without goods. */
export type Holds = { readonly credit: Minor; readonly coupons: number; readonly points: number };

/** Everything the four machines read, as plain JSON. `version` grows by one with every step. */
export type OrderFacts = {
  readonly version: number;
  readonly approval: ApprovalState;
  readonly submittedBy?: string | undefined;
  /** People of the staff who placed or changed the order: none of them reviews it. */
  readonly authors?: readonly string[] | undefined;
  /** The reviews of this round, passed and open; none: one approval is all it takes. */
  readonly reviews?: readonly ReviewFacts[] | undefined;
  readonly lines: readonly LineFacts[];
  readonly shipments: readonly ShipmentFacts[];
  readonly returns: readonly ReturnFacts[];
  readonly payments: readonly PaymentFacts[];
  readonly money: MoneyFacts;
  readonly holds: Holds;
};

const total = (facts: OrderFacts, of: (line: LineFacts) => number): number =>
  facts.lines.reduce((units, line) => units + of(line), 0);

/** Units still to be sent. */
export const openUnits = (line: LineFacts): number => line.ordered - line.cancelled - line.shipped;
/** Units to be sent that nothing in stock stands for yet. */
export const backorderedUnits = (line: LineFacts): number => openUnits(line) - line.reserved - line.allocated;

/** Units of a line under a return that is neither refused nor withdrawn. */
export const unitsInReturn = (facts: OrderFacts, lineId: string): number =>
  facts.returns
    .filter((r) => r.state !== 'rejected' && r.state !== 'cancelled')
    .flatMap((r) => r.lines)
    .reduce((units, line) => (line.lineId === lineId ? units + (line.received ?? line.quantity) : units), 0);

export type Quantities = {
  readonly ordered: number;
  /** Ordered less what will never be sent. */
  readonly shippable: number;
  readonly picked: number;
  readonly shipped: number;
  readonly scanned: number;
  readonly delivered: number;
  readonly refunded: number;
  readonly returning: number;
};

const unitsOf = (lines: readonly LineQuantity[]): number => lines.reduce((units, line) => units + line.quantity, 0);

/** The order's units summed over its lines, parcels and returns: all that the display status reads. */
export const quantities = (facts: OrderFacts): Quantities => ({
  ordered: total(facts, (line) => line.ordered),
  shippable: total(facts, (line) => line.ordered - line.cancelled),
  picked: total(facts, (line) => line.picked),
  shipped: total(facts, (line) => line.shipped),
  delivered: total(facts, (line) => line.delivered),
  refunded: total(facts, (line) => line.refunded),
  scanned: facts.shipments.reduce(
    (units, s) => (s.state === 'in-transit' || s.state === 'delivered' ? units + unitsOf(s.lines) : units),
    0,
  ),
  returning: facts.returns.reduce((units, r) => (isOpenReturn(r.state) ? units + unitsOf(r.lines) : units), 0),
});

const sumPayments = (facts: OrderFacts, of: (payment: PaymentFacts) => number): Minor =>
  minor(facts.payments.reduce((amount, payment) => amount + of(payment), 0));

export const capturedAmount = (facts: OrderFacts): Minor => sumPayments(facts, (p) => p.captured);
export const refundedAmount = (facts: OrderFacts): Minor => sumPayments(facts, (p) => p.refunded);
/** Money of the order that is with us now. */
export const chargedAmount = (facts: OrderFacts): Minor => minor(capturedAmount(facts) - refundedAmount(facts));
/** What the order costs now: nothing once it ended without goods. */
export const dueAmount = (facts: OrderFacts): Minor =>
  facts.approval === 'cancelled' || facts.approval === 'rejected'
    ? minor(0)
    : minor(facts.money.total - facts.money.granted);
/** Money with us that the order does not cost: to be given back. */
export const overpaidAmount = (facts: OrderFacts): Minor => minor(Math.max(0, chargedAmount(facts) - dueAmount(facts)));
