import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, plusDays } from '../../calendar/index.ts';
import { type Minor, minor } from '../../money/index.ts';
import { afterActions, type CreditAction, type CreditCheck, checkExposure } from './index.ts';

const TODAY = day('2026-06-30');
const m = (n: number): Minor => minor(n);
const none = { openItems: m(0), openBilling: m(0), openDeliveries: m(0), openOrders: m(0), secured: m(0) };

const base: CreditCheck = {
  today: TODAY,
  account: { limit: m(1_000_000), termDays: 30, prepayPercent: 0, autoConfirmPercent: 80 },
  exposure: none,
  invoices: [],
  order: { amount: m(150_000), prepaid: m(0), termDays: 30 },
};
const kinds = (check: CreditCheck): string[] => {
  const result = checkExposure(check);
  return result.ok ? [] : result.error.reasons.map((reason) => reason.kind);
};
const best = (check: CreditCheck): readonly CreditAction[] => {
  const result = checkExposure(check);
  return result.ok ? [] : result.error.waysOut[0]!.actions;
};

describe('the cheapest way out', () => {
  test('a limit passed by a little asks for exactly that much up front', () => {
    const exposure = { ...none, openItems: m(900_000) };
    expect(best({ ...base, exposure })).toEqual([{ kind: 'prepay', amount: 50_000 }]);
  });

  test('invoices that are due sooner than the order would be are paid before money is put down for the order', () => {
    const invoices = [{ id: 'i-0921', due: plusDays(TODAY, 3), open: m(30_000) }];
    const exposure = { ...none, openItems: m(900_000) };
    expect(best({ ...base, exposure, invoices })).toEqual([
      { kind: 'pay-invoices', amount: 30_000, invoices: [{ id: 'i-0921', amount: 30_000 }] },
      { kind: 'prepay', amount: 20_000 },
    ]);
  });

  test('paying what is overdue also makes room under the limit', () => {
    const invoices = [{ id: 'late', due: plusDays(TODAY, -20), open: m(60_000) }];
    expect(best({ ...base, exposure: { ...none, openItems: m(900_000) }, invoices })).toEqual([
      { kind: 'pay-invoices', amount: 60_000, invoices: [{ id: 'late', amount: 60_000 }] },
    ]);
  });

  test('terms longer than granted are shortened', () => {
    expect(best({ ...base, order: { ...base.order, termDays: 60 } })).toEqual([{ kind: 'shorten-terms', toDays: 30 }]);
  });

  test('with too little cash the order is cut in whole cartons to what the cash carries', () => {
    const lines = [
      { id: 'l1', quantity: 48, amount: m(96_000), minimum: 12, multiple: 12 },
      { id: 'l2', quantity: 10, amount: m(54_000), minimum: 1, multiple: 1 },
    ];
    const check = {
      ...base,
      exposure: { ...none, openItems: m(930_000) },
      cashNow: m(50_000),
      order: { ...base.order, lines },
    };
    const result = checkExposure(check);
    expect(result).toMatchObject({ ok: false });
    const cut = result.ok
      ? undefined
      : result.error.waysOut.find((way) => !way.actions.some((a) => a.kind === 'review'));
    expect(cut?.actions).toEqual([
      { kind: 'prepay', amount: 47_600 },
      {
        kind: 'reduce-order',
        by: 32_400,
        toAmount: 117_600,
        quantities: [
          { id: 'l1', quantity: 48 },
          { id: 'l2', quantity: 4 },
        ],
      },
    ]);
  });

  test('a block of the account needs a person; a lapsed licence needs its renewal', () => {
    const account = {
      ...base.account,
      blocked: { since: TODAY, why: 'fraud' },
      licenceValidUntil: plusDays(TODAY, -1),
    };
    expect(best({ ...base, account }).map((action) => action.kind)).toEqual(['renew-licence', 'prepay', 'review']);
  });
});

describe('for any customer and order', () => {
  const amount = (max: number) => fc.integer({ min: 0, max }).map(m);
  const offset = fc.integer({ min: -60, max: 60 }).map((days) => plusDays(TODAY, days));
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const invoices = fc.uniqueArray(
    fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), due: offset, open: amount(200), disputed: fc.boolean() }),
    {
      selector: (invoice) => invoice.id,
    },
  );
  const checks: fc.Arbitrary<CreditCheck> = fc
    .record({
      today: fc.constant(TODAY),
      account: fc.record({
        limit: amount(500),
        termDays: fc.constantFrom(0, 7, 30),
        prepayPercent: fc.constantFrom(0, 30, 100),
        autoConfirmPercent: fc.constantFrom(0, 50, 100),
        orderCap: maybe(amount(300)),
        limitSetOn: maybe(fc.constantFrom(day('2025-01-01'), day('2026-01-01'))),
        licenceValidUntil: maybe(offset),
        blocked: maybe(fc.constant({ since: TODAY, why: 'test' })),
      }),
      exposure: fc.record({
        openItems: fc.constant(m(0)),
        openBilling: amount(50),
        openDeliveries: amount(50),
        openOrders: amount(200),
        secured: amount(100),
      }),
      invoices,
      order: fc.record({
        amount: fc.integer({ min: 1, max: 400 }).map(m),
        prepaid: amount(100),
        termDays: fc.constantFrom(7, 30, 60),
      }),
      cashNow: maybe(amount(300)),
    })
    .map((check) => ({
      ...check,
      exposure: { ...check.exposure, openItems: m(check.invoices.reduce((total, invoice) => total + invoice.open, 0)) },
    }));

  test('every way out lets the order pass, and there is always one', () => {
    fc.assert(
      fc.property(checks, (check) => {
        const result = checkExposure(check);
        if (result.ok) return;
        expect(result.error.waysOut.length).toBeGreaterThan(0);
        for (const way of result.error.waysOut) expect(kinds(afterActions(check, way.actions))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('no way out asks for more cash than the buyer has', () => {
    fc.assert(
      fc.property(checks, (check) => {
        const result = checkExposure(check);
        if (result.ok || check.cashNow === undefined) return;
        for (const { actions } of result.error.waysOut) {
          const cash = actions.reduce(
            (total, a) => total + (a.kind === 'prepay' || a.kind === 'pay-invoices' ? a.amount : 0),
            0,
          );
          expect(cash).toBeLessThanOrEqual(check.cashNow);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('the order of invoices and of ways to state them does not change the answer', () => {
    fc.assert(
      fc.property(checks, (check) => {
        expect(checkExposure({ ...check, invoices: [...check.invoices].reverse() })).toEqual(checkExposure(check));
      }),
    );
  });

  test('a smaller order is never refused for a reason the larger one did not have', () => {
    fc.assert(
      fc.property(checks, fc.integer({ min: 0, max: 400 }), (check, less) => {
        const smaller = { ...check, order: { ...check.order, amount: m(Math.max(0, check.order.amount - less)) } };
        expect(kinds(check)).toEqual(expect.arrayContaining(kinds(smaller)));
      }),
    );
  });
});
