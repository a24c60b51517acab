import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, plusDays } from '../../calendar/index.ts';
import { type Minor, minor } from '../../money/index.ts';
import { afterActions, type CreditCheck, checkExposure } from './index.ts';

const TODAY = day('2026-06-30');
const m = (n: number): Minor => minor(n);
const kinds = (check: CreditCheck): string[] => {
  const result = checkExposure(check);
  return result.ok ? [] : result.error.reasons.map((reason) => reason.kind);
};
/** Two lines that make up an order, sold in packs. */
const linesOf = (amount: number, split: number, multiple: number) =>
  [split, amount - split].map((part, at) => ({
    id: `l${at}`,
    quantity: 4 * multiple,
    amount: m(part),
    minimum: multiple,
    multiple,
  }));

describe('for any customer and order', { timeout: 60_000 }, () => {
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
    .chain((check) =>
      fc.tuple(
        fc.constant(check),
        fc.option(fc.integer({ min: 0, max: check.order.amount })),
        fc.constantFrom(1, 2, 5),
      ),
    )
    .map(([check, split, multiple]) => ({
      ...check,
      order: { ...check.order, ...(split === null ? {} : { lines: linesOf(check.order.amount, split, multiple) }) },
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

  test('a cut in quantities keeps packs and leaves something to order', () => {
    fc.assert(
      fc.property(checks, (check) => {
        const result = checkExposure(check);
        const { lines, amount } = check.order;
        if (result.ok || !lines) return;
        for (const action of result.error.waysOut.flatMap((way) => way.actions)) {
          if (action.kind !== 'reduce-order') continue;
          expect(action.by + action.toAmount).toBe(amount);
          expect(action.quantities.map(({ id }) => id)).toEqual(lines.map(({ id }) => id));
          expect(action.quantities.every(({ quantity }) => quantity % lines[0]!.multiple === 0)).toBe(true);
          expect(action.quantities.some(({ quantity }) => quantity > 0)).toBe(true);
        }
      }),
      { numRuns: 300 },
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
