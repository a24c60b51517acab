import { creditStore } from '@tradeline/db/stores';
import { type Minor, minor } from '@tradeline/domain/money';
import { dueAmount, type OrderFacts } from '@tradeline/domain/order';
import { ledgerName } from '../actor.ts';
import type { CarryOut } from '../carry-out.ts';

/** Of the limit an order holds no more than it still owes: what a credit note takes off that is free again. */
export const creditFreed = (held: Minor, { due, charged }: { due: Minor; charged: number }): Minor =>
  minor(Math.max(0, held - Math.max(0, due - charged)));

/**
 * A credit note lowers what the customer owes and, for an order on account, what it holds of his limit. The parcel at the
 * gate does not: nobody knows what it is worth before it was inspected. Where the step says itself what it frees of the
 * limit, that is all.
 */
export const lowerOpenItem = async ({ tx, record, step, actor }: CarryOut): Promise<void> => {
  if (step.effects.some(({ kind }) => kind === 'release-credit')) return;
  const { order, creditHeld } = record;
  const freed = creditFreed(creditHeld, { due: dueAmount(step.facts), charged: chargedOf(step.facts) });
  const cause = `${order.id}:${step.event.version}`;
  if (freed > 0) await creditStore.release(tx, order.companyId, order.id, freed, cause, ledgerName(actor));
};

const chargedOf = (facts: OrderFacts): number => facts.payments.reduce((sum, p) => sum + p.captured - p.refunded, 0);
