import type { Instant } from '../kernel/index.ts';
import type { Minor } from '../money/index.ts';
import {
  chargedAmount,
  dueAmount,
  type OrderFacts,
  overpaidAmount,
  type PaymentTerms,
  refundedAmount,
} from './facts.ts';

export const paymentStatuses = [
  'not-due',
  'paid',
  'unpaid',
  'on-terms',
  'overdue',
  'partially-paid',
  'overpaid',
] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

/** From money alone: `due` is the total less granted refunds, `charged` what is with us after refunds. */
export const paymentStatusOf = (
  money: {
    readonly due: Minor;
    readonly charged: Minor;
    readonly terms: PaymentTerms;
    readonly dueAt?: Instant | undefined;
  },
  now: Instant,
): PaymentStatus => {
  const { due, charged } = money;
  if (charged === due) return 'paid';
  if (charged > due) return 'overpaid';
  if (money.terms === 'terms' && money.dueAt !== undefined && money.dueAt <= now) return 'overdue';
  if (charged > 0) return 'partially-paid';
  return money.terms === 'terms' ? 'on-terms' : 'unpaid';
};

/** An order that ended without goods and without money has nothing to be paid: it is not shown as paid. */
export const paymentStatus = (facts: OrderFacts, now: Instant): PaymentStatus => {
  const ended = facts.approval === 'cancelled' || facts.approval === 'rejected';
  if (ended && chargedAmount(facts) === 0) return 'not-due';
  return paymentStatusOf(
    { due: dueAmount(facts), charged: chargedAmount(facts), terms: facts.money.terms, dueAt: facts.money.dueAt },
    now,
  );
};

export const refundStatuses = ['none', 'owed', 'partially-refunded', 'refunded'] as const;
export type RefundStatus = (typeof refundStatuses)[number];

/** How far the money to give back has gone: `owed` nothing sent yet, `partially-refunded` some still to send. */
export const refundStatus = (facts: OrderFacts): RefundStatus => {
  const [sent, owed] = [refundedAmount(facts), overpaidAmount(facts)];
  if (owed === 0) return sent === 0 ? 'none' : 'refunded';
  return sent === 0 ? 'owed' : 'partially-refunded';
};
