import { describe, expect, test } from 'vitest';
import { day, plusDays } from '../../calendar/index.ts';
import { type Minor, minor } from '../../money/index.ts';
import { afterActions, type CreditAction, type CreditCheck, checkExposure, DEFAULT_CREDIT_POLICY } from './index.ts';

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

  test('an order is not cut down to its gifts', () => {
    const lines = [
      { id: 'gift', quantity: 1, amount: m(0), minimum: 1, multiple: 1 },
      { id: 'goods', quantity: 1, amount: m(150_000), minimum: 1, multiple: 1 },
    ];
    const check = {
      ...base,
      account: { ...base.account, limit: m(10) },
      cashNow: m(0),
      order: { ...base.order, lines },
    };
    expect(best(check).map((action) => action.kind)).toEqual(['review']);
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

describe('what a way out costs', () => {
  const waysOf = (check: CreditCheck) => {
    const result = checkExposure(check);
    return result.ok ? [] : result.error.waysOut;
  };
  const costOf = (check: CreditCheck, ...kindsOfAction: CreditAction['kind'][]) =>
    waysOf(check).find(({ actions }) => actions.map(({ kind }) => kind).join() === kindsOfAction.join())?.cost;
  const owing = { ...base, exposure: { ...none, openItems: m(900_000) } };
  const account = (change: Partial<CreditCheck['account']>): CreditCheck => ({
    ...base,
    account: { ...base.account, ...change },
  });

  test('money brought forward: 12% a year for the days of the term, or until the invoice would be due', () => {
    // 50,000 for 30 days; 30,000 for 3 days and 20,000 for 30; 150,000 owed for 30 days less.
    expect(costOf(owing, 'prepay')).toBe(493);
    const invoices = [{ id: 'i', due: plusDays(TODAY, 3), open: m(30_000) }];
    expect(costOf({ ...owing, invoices }, 'pay-invoices', 'prepay')).toBe(227);
    expect(costOf({ ...base, order: { ...base.order, termDays: 60 } }, 'shorten-terms')).toBe(1479);
  });

  test('paying what is overdue costs nothing: it is owed already', () => {
    const late = { ...base, invoices: [{ id: 'late', due: plusDays(TODAY, -20), open: m(60_000) }] };
    expect(costOf(late, 'pay-invoices')).toBe(0);
  });

  test('goods not ordered: a fifth of their amount', () => {
    expect(costOf({ ...owing, cashNow: m(20_000) }, 'prepay', 'reduce-order')).toBe(197 + 6000);
  });

  test('a review: its price and a twentieth of what it lets pass', () => {
    const blocked = { since: TODAY, why: 'x' };
    expect(costOf(account({ blocked }), 'review')).toBe(20_000 + 7500);
    expect(costOf(account({ termDays: 0 }), 'review')).toBe(20_000 + 7500);
    expect(costOf({ ...base, order: { ...base.order, termDays: 60 } }, 'review')).toBe(20_000 + 7500);
    expect(costOf(account({ prepayPercent: 30 }), 'review')).toBe(20_000 + 2250);
    const part = { ...account({ prepayPercent: 30 }), order: { ...base.order, prepaid: m(20_000) } };
    expect(costOf(part, 'review')).toBe(20_000 + 1250);
    expect(costOf(owing, 'review')).toBe(20_000 + 2500);
    expect(costOf(account({ orderCap: m(100_000) }), 'review')).toBe(20_000 + 2500);
    expect(costOf(account({ limitSetOn: day('2020-01-01') }), 'review')).toBe(20_000);
    const invoices = [
      { id: 'late', due: plusDays(TODAY, -10), open: m(1000) },
      { id: 'old', due: plusDays(TODAY, -20), open: m(2000) },
    ];
    // Overdue: both; the oldest: its own amount again.
    expect(costOf({ ...base, invoices }, 'review')).toBe(20_000 + 50 * 5);
  });

  test('at equal cost fewer actions and then milder ones come first', () => {
    const costs = { capitalBpPerYear: 0, lostSaleBp: 1, review: m(0), waivedRiskBp: 0 };
    const free = {
      ...owing,
      policy: { ...DEFAULT_CREDIT_POLICY, costs },
      invoices: [{ id: 'i', due: TODAY, open: m(30_000) }],
    };
    expect(waysOf(free).map(({ actions }) => actions.map(({ kind }) => kind))).toEqual([
      ['prepay'],
      ['review'],
      ['pay-invoices', 'prepay'],
    ]);
    const long = { ...base, policy: free.policy, order: { ...base.order, termDays: 60 } };
    expect(waysOf(long).map(({ actions }) => actions.map(({ kind }) => kind))).toEqual([
      ['shorten-terms'],
      ['prepay'],
      ['review'],
    ]);
  });
});

describe('what is asked for', () => {
  const invoice = (id: string, daysPastDue: number, open: number) => ({
    id,
    due: plusDays(TODAY, -daysPastDue),
    open: m(open),
  });

  test('of overdue invoices only what exceeds the allowed amount, oldest first', () => {
    const policy = { ...DEFAULT_CREDIT_POLICY, allowedOverdueAmount: m(50) };
    const invoices = [invoice('b', 10, 100), invoice('a', 10, 100), invoice('ok', 7, 999)];
    expect(best({ ...base, policy, invoices })).toEqual([
      {
        kind: 'pay-invoices',
        amount: 150,
        invoices: [
          { id: 'a', amount: 100 },
          { id: 'b', amount: 50 },
        ],
      },
    ]);
  });

  test('no invoice that is not late enough to count, and none that is disputed', () => {
    const invoices = [invoice('old', 15, 70), invoice('edge', 14, 30), { ...invoice('row', 90, 500), disputed: true }];
    const policy = { ...DEFAULT_CREDIT_POLICY, allowedOverdueAmount: m(30) };
    expect(best({ ...base, policy, invoices })).toEqual([
      { kind: 'pay-invoices', amount: 70, invoices: [{ id: 'old', amount: 70 }] },
    ]);
    const exposure = { ...none, openItems: m(900_000) };
    expect(best({ ...base, exposure, invoices: [{ ...invoice('row', -3, 500), disputed: true }] })).toEqual([
      { kind: 'prepay', amount: 50_000 },
    ]);
  });

  test('no early payment of an invoice that is due when the order would be', () => {
    const exposure = { ...none, openItems: m(900_000) };
    expect(best({ ...base, exposure, invoices: [invoice('same', -30, 40_000)] })).toEqual([
      { kind: 'prepay', amount: 50_000 },
    ]);
    expect(best({ ...base, exposure, invoices: [invoice('sooner', -29, 40_000)] })[0]).toMatchObject({
      kind: 'pay-invoices',
      amount: 40_000,
    });
  });

  test('what is prepaid already counts towards share and cap', () => {
    const order = { ...base.order, prepaid: m(20_000) };
    expect(best({ ...base, order, account: { ...base.account, prepayPercent: 30 } })).toEqual([
      { kind: 'prepay', amount: 25_000 },
    ]);
    expect(best({ ...base, order, account: { ...base.account, orderCap: m(100_000) } })).toEqual([
      { kind: 'prepay', amount: 30_000 },
    ]);
  });

  test('paying one invoice leaves the others as they are', () => {
    const check = {
      ...base,
      exposure: { ...none, openItems: m(30) },
      invoices: [invoice('a', 1, 10), invoice('b', 1, 20)],
    };
    const pay = { kind: 'pay-invoices', amount: m(4), invoices: [{ id: 'a', amount: m(4) }] } as const;
    const after = afterActions(check, [pay]);
    expect(after.invoices.map(({ open }) => open)).toEqual([6, 20]);
    expect(after.exposure.openItems).toBe(26);
  });
});
