import { describe, expect, test } from 'vitest';
import { day, plusDays } from '../../calendar/index.ts';
import { type Minor, minor } from '../../money/index.ts';
import { type CreditHistory, creditFeatures, type InvoiceRecord, paymentStats } from '../history/index.ts';
import { waterfall } from '../scorecard/index.ts';
import { assessCustomer } from './index.ts';

const TODAY = day('2026-06-30');
const m = (n: number): Minor => minor(n);

/** An order every thirty days of 100,000 so many times, invoiced on the day, 30 days to pay, each paid so many days after due. */
const customer = (months: number, daysLate: number, external: CreditHistory['external'] = {}): CreditHistory => {
  const days = Array.from({ length: months }, (_, back) => plusDays(TODAY, -30 * back - 15));
  return {
    limit: m(500_000),
    exposure: m(100_000),
    external,
    orders: days.map((placedOn, i) => ({
      id: `o${i}`,
      placedOn,
      amount: m(100_000),
      cancelled: false,
      returned: m(0),
      prepaid: m(0),
    })),
    invoices: days.map((issued, i) => ({
      id: `i${i}`,
      issued,
      due: plusDays(issued, 30),
      amount: m(100_000),
      payments: [{ on: plusDays(issued, 30 + daysLate), amount: m(100_000) }],
    })),
  };
};
const invoice = (
  id: string,
  issued: string,
  due: string,
  amount: number,
  ...payments: [string, number][]
): InvoiceRecord => ({
  id,
  issued: day(issued),
  due: day(due),
  amount: m(amount),
  payments: payments.map(([on, part]) => ({ on: day(on), amount: m(part) })),
});

describe('punctuality', () => {
  test('early does not make up for late; amounts weigh', () => {
    const paid = (due: string, on: string, amount: number) => ({ due: day(due), paid: day(on), amount });
    const four = [
      paid('2026-01-31', '2026-01-30', 10_000),
      paid('2026-02-28', '2026-03-05', 20_000),
      paid('2026-03-31', '2026-03-31', 30_000),
      paid('2026-04-30', '2026-06-29', 40_000),
    ];
    expect(paymentStats(four)).toEqual({
      invoices: 4,
      onTimeRatio: 0.5,
      onTimeRatioByAmount: 0.4,
      meanDaysLate: 16.25,
      weightedDaysLate: 25,
      maxDaysLate: 60,
    });
  });

  test('an open invoice is judged once it is past due, by its lateness so far', () => {
    const open = { due: day('2026-06-20'), paid: null, amount: 5 };
    expect(paymentStats([open], TODAY)).toMatchObject({ invoices: 1, maxDaysLate: 10, onTimeRatio: 0 });
    expect(paymentStats([open], day('2026-06-20'))).toMatchObject({ invoices: 0, onTimeRatio: null });
    expect(paymentStats([open])).toMatchObject({ invoices: 0 });
  });
});

describe('features', () => {
  const history: CreditHistory = {
    limit: m(1000),
    exposure: m(700),
    external: { foundedOn: day('2016-06-30'), openLawsuits: 0, licenceVerified: true },
    invoices: [
      invoice('old', '2024-01-01', '2024-01-31', 100, ['2024-06-01', 100]),
      invoice('half', '2026-05-01', '2026-05-31', 200, ['2026-05-20', 100]),
      invoice('open', '2026-06-10', '2026-07-10', 300),
      { ...invoice('paid', '2026-01-01', '2026-01-31', 100, ['2026-01-15', 60], ['2026-01-31', 40]), disputed: true },
      invoice('future', '2026-07-01', '2026-07-31', 9999),
    ],
    orders: [
      { id: 'a', placedOn: day('2026-06-15'), amount: m(300), cancelled: false, returned: m(30), prepaid: m(100) },
      { id: 'b', placedOn: day('2026-02-15'), amount: m(180), cancelled: false, returned: m(0), prepaid: m(0) },
      { id: 'c', placedOn: day('2026-02-16'), amount: m(120), cancelled: true, returned: m(0), prepaid: m(0) },
      { id: 'd', placedOn: day('2024-01-01'), amount: m(50), cancelled: false, returned: m(0), prepaid: m(0) },
    ],
  };

  test('look back twelve months, and at what is open now', () => {
    expect(creditFeatures(history, TODAY)).toEqual({
      onTimeByCount: 1 / 2,
      onTimeByAmount: 100 / 300,
      weightedDaysLate: (30 * 200) / 300,
      maxDaysLate: 30,
      overdueRatio: 100 / 400,
      share1to30: 100 / 400,
      share31to60: 0,
      share61to90: 0,
      shareOver90: 0,
      utilisation: 0.7,
      utilisationMax6m: 0.4,
      ordersPerMonth: 2 / 12,
      orderTrend: 270 / 180 - 1,
      monthsSinceFirstOrder: 29,
      cancelReturnRatio: 150 / 600,
      disputeRatio: 1 / 3,
      prepaidShare: 100 / 480,
      registeredCapital: null,
      yearsInBusiness: 10,
      openLawsuits: 0,
      publicRecord: 0,
      licenceVerified: 1,
    });
  });

  test('of a day in the past do not know what came later', () => {
    const then = creditFeatures(history, day('2026-05-25'));
    expect(then).toMatchObject({ onTimeByCount: 1, overdueRatio: 0, monthsSinceFirstOrder: 28 });
  });

  test('of one who owes nothing say that nothing is overdue', () => {
    const settled = { ...history, invoices: history.invoices.filter(({ id }) => id === 'paid') };
    expect(creditFeatures(settled, TODAY)).toMatchObject({ overdueRatio: 0, shareOver90: 0 });
  });

  test('without any history are all "no data"', () => {
    const nothing = creditFeatures({ limit: m(0), exposure: m(0), external: {}, invoices: [], orders: [] }, TODAY);
    expect(Object.values(nothing).every((value) => value === null)).toBe(true);
  });
});

describe('an assessment', () => {
  test('of a good old customer gives credit', () => {
    const good = assessCustomer({
      asOf: TODAY,
      history: customer(24, 0, { licenceVerified: true, blacklisted: false }),
    });
    expect(good.scored.score).toBe(560 + 40 + 25 + 20 + 10 + 0 + 5 + 5 + 10 + 0);
    expect(good.rating).toMatchObject({ grade: 'AAA', reasons: [] });
    expect(good.account).toMatchObject({ termDays: 60, limitSetOn: TODAY });
    expect(good.limit.decidedBy).toBe('purchases');
  });

  test('of a late one gives little, and says why', () => {
    const late = assessCustomer({ asOf: TODAY, history: customer(24, 40) });
    expect(late.rating.grade).toBe('D');
    expect(late.limit.limit).toBe(0);
    expect(late.reasons.map(({ code }) => code)).toEqual(['R01', 'R03', 'R02', 'R05']);
    expect(waterfall(late.scored).at(-1)!.total).toBe(late.scored.score);
  });

  test('of a newcomer stays at BB until three invoices are paid', () => {
    expect(assessCustomer({ asOf: TODAY, history: customer(2, 0) }).rating).toMatchObject({
      grade: 'BB',
      reasons: [{ kind: 'new-customer' }],
    });
  });

  test('sees a default of more than ninety days in the history, unless it is disputed', () => {
    const base = customer(24, 0);
    const unpaid = invoice('bad', '2026-02-01', '2026-03-01', 10);
    const at = (extra: InvoiceRecord) =>
      assessCustomer({ asOf: TODAY, history: { ...base, invoices: [...base.invoices, extra] } }).rating.reasons;
    expect(at(unpaid)).toEqual([{ kind: 'default', flags: ['more-than-90-days-past-due'] }]);
    expect(at({ ...unpaid, disputed: true })).toEqual([]);
  });

  test('is the same for the same facts in any order', () => {
    const history = customer(24, 3);
    const turned = { ...history, invoices: [...history.invoices].reverse(), orders: [...history.orders].reverse() };
    expect(assessCustomer({ asOf: TODAY, history: turned })).toEqual(assessCustomer({ asOf: TODAY, history }));
  });
});
