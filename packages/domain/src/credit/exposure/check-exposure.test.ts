import { describe, expect, test } from 'vitest';
import { day, plusDays } from '../../calendar/index.ts';
import { type Minor, minor } from '../../money/index.ts';
import { type CreditCheck, checkExposure, DEFAULT_CREDIT_POLICY, requiredPrepayment } from './index.ts';

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
describe('what counts as exposure', () => {
  test('open items, billing, deliveries and orders plus the new order may reach the limit exactly', () => {
    const exposure = {
      openItems: m(400_000),
      openBilling: m(100_000),
      openDeliveries: m(100_000),
      openOrders: m(250_000),
      secured: m(0),
    };
    expect(checkExposure({ ...base, exposure })).toMatchObject({
      ok: true,
      value: { exposure: 1_000_000, available: 0, confirmation: 'review' },
    });
    expect(kinds({ ...base, exposure, order: { ...base.order, amount: m(150_001) } })).toEqual(['limit-exceeded']);
  });

  test('a guarantee and a prepayment make room', () => {
    const exposure = { ...none, openItems: m(1_000_000) };
    expect(kinds({ ...base, exposure: { ...exposure, secured: m(150_000) } })).toEqual([]);
    expect(
      kinds({ ...base, exposure: { ...exposure, secured: m(50_000) }, order: { ...base.order, prepaid: m(100_000) } }),
    ).toEqual([]);
  });

  test('the parts shown sum to it', () => {
    const exposure = {
      openItems: m(1),
      openBilling: m(20),
      openDeliveries: m(300),
      openOrders: m(4000),
      secured: m(50),
    };
    const result = checkExposure({ ...base, exposure, order: { ...base.order, prepaid: m(100_000) } });
    expect(result).toMatchObject({ ok: true, value: { exposure: 54_271 } });
    expect(result.ok && result.value.trace.reduce((sum, { amount }) => sum + amount, 0)).toBe(54_271);
  });

  test('security beyond what is owed does not raise the limit', () => {
    const exposure = { ...none, secured: m(500_000) };
    expect(checkExposure({ ...base, exposure })).toMatchObject({ value: { exposure: 0, available: 1_000_000 } });
  });

  test('an order paid in full takes no credit, whatever is owed already', () => {
    const exposure = { ...none, openItems: m(2_000_000) };
    expect(kinds({ ...base, exposure, order: { ...base.order, prepaid: m(150_000) } })).toEqual([]);
  });

  test('inside the share of the limit that needs no reviewer the order is confirmed unseen', () => {
    const at = (openItems: number) => checkExposure({ ...base, exposure: { ...none, openItems: m(openItems) } });
    expect(at(650_000)).toMatchObject({ ok: true, value: { confirmation: 'auto' } });
    expect(at(650_001)).toMatchObject({ ok: true, value: { confirmation: 'review' } });
  });
});

describe('reasons', () => {
  const invoice = (id: string, daysPastDue: number, open: number) => ({
    id,
    due: plusDays(TODAY, -daysPastDue),
    open: m(open),
  });

  test('all of them are named at once, in a fixed order', () => {
    const check: CreditCheck = {
      ...base,
      account: {
        limit: m(100),
        termDays: 15,
        prepayPercent: 30,
        autoConfirmPercent: 0,
        orderCap: m(50),
        limitSetOn: day('2025-06-29'),
        licenceValidUntil: day('2026-06-29'),
        blocked: { since: day('2026-06-01'), why: 'insolvency' },
      },
      invoices: [invoice('a', 20, 500)],
    };
    expect(kinds(check)).toEqual([
      'blocked',
      'terms-too-long',
      'prepayment-short',
      'limit-exceeded',
      'overdue',
      'oldest-overdue',
      'order-cap',
      'review-due',
      'licence-expired',
    ]);
  });

  test('each says what it is about in numbers', () => {
    const check: CreditCheck = {
      ...base,
      account: { ...base.account, limit: m(100_000), prepayPercent: 30, orderCap: m(60_000), termDays: 15 },
      exposure: { ...none, openItems: m(20_000) },
      order: { amount: m(150_001), prepaid: m(45_000), termDays: 30 },
    };
    expect(checkExposure(check)).toMatchObject({
      error: {
        exposure: 125_001,
        available: -25_001,
        reasons: [
          { kind: 'terms-too-long', requestedDays: 30, grantedDays: 15 },
          { kind: 'prepayment-short', required: 45_001, prepaid: 45_000, percent: 30 },
          { kind: 'limit-exceeded', limit: 100_000, exposure: 125_001, shortBy: 25_001 },
          { kind: 'order-cap', cap: 60_000, unpaid: 105_001, shortBy: 45_001 },
        ],
      },
    });
    expect(checkExposure({ ...base, account: { ...base.account, termDays: 0 } })).toMatchObject({
      error: { reasons: [{ kind: 'no-terms', unpaid: 150_000 }] },
    });
  });

  test('the share to be prepaid is rounded up', () => {
    expect([0, 1, 100, 101].map((amount) => requiredPrepayment(m(amount), 30))).toEqual([0, 1, 30, 31]);
  });

  test('overdue compares the amount past the allowed days with the allowed amount', () => {
    const policy = { ...DEFAULT_CREDIT_POLICY, allowedOverdueDays: 10, allowedOverdueAmount: m(5000) };
    const check = { ...base, policy, invoices: [invoice('a', 9, 90_000), invoice('b', 11, 6000)] };
    expect(checkExposure(check)).toMatchObject({
      ok: false,
      error: { reasons: [{ kind: 'overdue', amount: 6000, invoices: ['b'] }] },
    });
    expect(kinds({ ...check, invoices: [invoice('a', 10, 90_000), invoice('b', 11, 5000)] })).toEqual([]);
  });

  test('a dispute pauses an invoice, a promise does so until its day has passed', () => {
    const late = invoice('a', 40, 500);
    expect(kinds({ ...base, invoices: [late] })).toEqual(['overdue', 'oldest-overdue']);
    expect(kinds({ ...base, invoices: [{ ...late, disputed: true }] })).toEqual([]);
    expect(kinds({ ...base, invoices: [{ ...late, promisedFor: TODAY }] })).toEqual([]);
    expect(kinds({ ...base, invoices: [{ ...late, promisedFor: plusDays(TODAY, -1) }] })).toEqual([
      'overdue',
      'oldest-overdue',
    ]);
  });

  test('a limit is due for review once it is older than twelve months; a licence holds through its last day', () => {
    const account = { ...base.account, limitSetOn: day('2025-06-30'), licenceValidUntil: TODAY };
    expect(kinds({ ...base, account })).toEqual([]);
    expect(kinds({ ...base, today: plusDays(TODAY, 1), account })).toEqual(['review-due', 'licence-expired']);
  });

  test('an override lets only its own reasons pass and only until it expires', () => {
    const override = { reasons: ['limit-exceeded' as const], by: 'staff-1', note: 'seasonal', expiresOn: TODAY };
    const check = { ...base, account: { ...base.account, limit: m(100) }, overrides: [override] };
    expect(checkExposure(check)).toMatchObject({ ok: true, value: { confirmation: 'review', waived: [{ override }] } });
    expect(kinds({ ...check, overrides: [{ ...override, expiresOn: plusDays(TODAY, -1) }] })).toEqual([
      'limit-exceeded',
    ]);
    expect(kinds({ ...check, account: { ...check.account, orderCap: m(10) } })).toEqual(['order-cap']);
  });
});
