import { expect, test } from 'vitest';
import { day, plusDays } from '../../calendar/index.ts';
import { type Minor, minor } from '../../money/index.ts';
import { type CreditCheck, fitsOn, openOrdersWithin } from './index.ts';

const TODAY = day('2026-05-01');
const m = (n: number): Minor => minor(n);
const check: CreditCheck = {
  today: TODAY,
  account: { limit: m(1000), termDays: 30, prepayPercent: 0, autoConfirmPercent: 0 },
  exposure: { openItems: m(900), openBilling: m(0), openDeliveries: m(0), openOrders: m(0), secured: m(0) },
  invoices: [
    { id: '0921', due: day('2026-05-14'), open: m(300) },
    { id: '0919', due: day('2026-05-10'), open: m(100) },
    { id: '0900', due: day('2026-04-01'), open: m(500), disputed: true },
  ],
  order: { amount: m(450), prepaid: m(0), termDays: 30 },
};

test('the order fits on the day the invoice in its way is paid', () => {
  expect(fitsOn(check, 0)).toEqual({ on: '2026-05-14', after: ['0919', '0921'] });
  expect(fitsOn({ ...check, order: { ...check.order, amount: m(200) } }, 0)).toEqual({
    on: '2026-05-10',
    after: ['0919'],
  });
});

test("the customer's usual delay is counted in; overdue money comes tomorrow at the earliest", () => {
  expect(fitsOn(check, 6.4)?.on).toBe('2026-05-20');
  const late = { ...check, invoices: [{ id: 'late', due: plusDays(TODAY, -30), open: m(400) }] };
  expect(fitsOn(late, 5)).toEqual({ on: '2026-05-02', after: ['late'] });
});

test('an invoice due today comes in tomorrow; of those of one day the first by name makes the room', () => {
  const due = (id: string, open: number) => ({ id, due: TODAY, open: m(open) });
  const waiting = { ...check, invoices: [due('b', 350), due('a', 350), due('c', 0)] };
  expect(fitsOn(waiting, 0)).toEqual({ on: '2026-05-02', after: ['a'] });
  expect(fitsOn({ ...waiting, invoices: [...waiting.invoices].reverse() }, 0)).toEqual({
    on: '2026-05-02',
    after: ['a'],
  });
});

test('payments are awaited by their day, whatever the invoices are called', () => {
  const due = (id: string, on: string) => ({ id, due: day(on), open: m(200) });
  const invoices = [due('a', '2026-05-20'), due('z', '2026-05-10')];
  expect(fitsOn({ ...check, invoices }, 0)).toEqual({ on: '2026-05-20', after: ['z', 'a'] });
  expect(fitsOn({ ...check, invoices: [...invoices].reverse() }, 0)?.after).toEqual(['z', 'a']);
});

test('an order that fits needs no waiting; a disputed invoice is not waited for', () => {
  expect(fitsOn({ ...check, order: { ...check.order, amount: m(100) } }, 0)).toEqual({ on: TODAY, after: [] });
  expect(fitsOn({ ...check, order: { ...check.order, amount: m(501) } }, 0)).toBeUndefined();
});

test('open orders count up to the horizon, and always when they have no date', () => {
  const orders = [
    { unpaid: m(1), deliveryOn: TODAY },
    { unpaid: m(2), deliveryOn: plusDays(TODAY, 1) },
    { unpaid: m(4) },
  ];
  expect(openOrdersWithin(orders, TODAY)).toBe(5);
  expect(openOrdersWithin(orders, undefined)).toBe(7);
});
