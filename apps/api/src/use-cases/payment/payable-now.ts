import { type Minor, minor } from '@tradeline/domain/money';
import { chargedAmount, dueAmount, type OrderFacts } from '@tradeline/domain/order';

/** What can be paid of an order now: the share that must be in before it goes on (or all, where none is), and all. */
export const payableNow = (facts: OrderFacts): { required: Minor; all: Minor } => {
  const [due, charged] = [dueAmount(facts), chargedAmount(facts)];
  const all = minor(Math.max(0, due - charged));
  const share = minor(Math.max(0, Math.min(facts.money.prepay, due) - charged));
  return { required: facts.approval === 'awaiting-payment' && share > 0 ? share : all, all };
};
