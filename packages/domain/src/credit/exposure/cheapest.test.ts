import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, daysBetween, plusDays } from '../../calendar/index.ts';
import { type Minor, minor } from '../../money/index.ts';
import {
  afterActions,
  blockReasons,
  type CreditAction,
  type CreditCheck,
  checkExposure,
  DEFAULT_CREDIT_POLICY,
} from './index.ts';

const TODAY = day('2026-06-30');
const m = (n: number): Minor => minor(n);
const { capitalBpPerYear, lostSaleBp } = DEFAULT_CREDIT_POLICY.costs;

/** What a set of actions without a review costs, in 1/3,650,000 of a minor unit, by the definition of the policy. */
const exactCost = (check: CreditCheck, actions: readonly CreditAction[]): number => {
  const after = afterActions(check, actions).order;
  const unpaid = Math.max(0, after.amount - after.prepaid);
  const costOf = (action: CreditAction): number => {
    switch (action.kind) {
      case 'pay-invoices':
        return action.invoices.reduce((sum, part) => {
          const invoice = check.invoices.find(({ id }) => id === part.id)!;
          return sum + part.amount * capitalBpPerYear * Math.max(0, daysBetween(TODAY, invoice.due));
        }, 0);
      case 'prepay':
        return action.amount * capitalBpPerYear * check.order.termDays;
      case 'shorten-terms':
        return unpaid * capitalBpPerYear * (check.order.termDays - action.toDays);
      case 'reduce-order':
        return action.by * lostSaleBp * 365;
      case 'renew-licence':
      case 'review':
        return 0;
    }
  };
  return actions.reduce((cost, action) => cost + costOf(action), 0);
};

/** Every set of payments, prepayment, cut and shortening, in whole units; nobody is asked to pay a disputed invoice. Amounts are tiny so that all can be tried. */
const allPlans = function* (check: CreditCheck): Generator<CreditAction[]> {
  const { order, account, invoices } = check;
  const payments = invoices.reduce<number[][]>(
    (all, invoice) =>
      all.flatMap((some) =>
        Array.from({ length: invoice.disputed ? 1 : invoice.open + 1 }, (_, part) => [...some, part]),
      ),
    [[]],
  );
  for (const parts of payments)
    for (let cut = 0; cut < order.amount; cut += 1)
      for (let prepay = 0; prepay <= Math.max(0, order.amount - cut - order.prepaid); prepay += 1)
        for (const shorten of [false, true]) {
          const paid = parts.reduce((a, b) => a + b, 0);
          if (paid + prepay > (check.cashNow ?? Number.POSITIVE_INFINITY)) continue;
          const actions: CreditAction[] = [];
          const named = invoices.map(({ id }, i) => ({ id, amount: m(parts[i]!) }));
          if (paid > 0) actions.push({ kind: 'pay-invoices', amount: m(paid), invoices: named });
          if (shorten && order.termDays > account.termDays)
            actions.push({ kind: 'shorten-terms', toDays: account.termDays });
          if (prepay > 0) actions.push({ kind: 'prepay', amount: m(prepay) });
          if (cut > 0)
            actions.push({ kind: 'reduce-order', by: m(cut), toAmount: m(order.amount - cut), quantities: [] });
          yield actions;
        }
};

const small = (most: number) => fc.integer({ min: 0, max: most }).map(m);
const checks: fc.Arbitrary<CreditCheck> = fc
  .record({
    limit: small(8),
    termDays: fc.constantFrom(0, 7, 30),
    prepayPercent: fc.constantFrom(0, 30),
    orderCap: fc.option(small(5), { nil: undefined }),
    openOrders: small(4),
    invoices: fc.array(fc.record({ due: fc.integer({ min: -30, max: 40 }), open: small(3), disputed: fc.boolean() }), {
      maxLength: 2,
    }),
    prepaid: small(3),
    secured: small(2),
    allowedOverdueAmount: small(2),
    amount: fc.integer({ min: 1, max: 7 }).map(m),
    orderDays: fc.constantFrom(7, 30, 60),
    cashNow: fc.option(small(9), { nil: undefined }),
  })
  .map(({ limit, termDays, prepayPercent, orderCap, orderDays, cashNow, ...rest }) => ({
    today: TODAY,
    account: { limit, termDays, prepayPercent, orderCap, autoConfirmPercent: 0 },
    exposure: {
      openItems: m(rest.invoices.reduce((sum, { open }) => sum + open, 0)),
      openBilling: m(0),
      openDeliveries: m(0),
      openOrders: rest.openOrders,
      secured: rest.secured,
    },
    invoices: rest.invoices.map(({ due, ...invoice }, i) => ({ ...invoice, id: `i${i}`, due: plusDays(TODAY, due) })),
    order: { amount: rest.amount, prepaid: rest.prepaid, termDays: orderDays },
    policy: { ...DEFAULT_CREDIT_POLICY, allowedOverdueAmount: rest.allowedOverdueAmount },
    cashNow,
  }));

test('no other set of payments, prepayment, cut and shorter terms is cheaper than the one that is offered', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(checks, (check) => {
      const result = checkExposure(check);
      if (result.ok) return;
      const own = result.error.waysOut.filter(({ actions }) => actions.every(({ kind }) => kind !== 'review'));
      const offered = Math.min(...own.map(({ actions }) => exactCost(check, actions)));
      let cheapest = Number.POSITIVE_INFINITY;
      for (const actions of allPlans(check))
        if (blockReasons(afterActions(check, actions)).length === 0)
          cheapest = Math.min(cheapest, exactCost(check, actions));
      expect(offered).toBe(cheapest);
    }),
    { numRuns: 150 },
  );
});
