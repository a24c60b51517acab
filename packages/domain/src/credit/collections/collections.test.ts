import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, plusDays } from '../../calendar/index.ts';
import { type Minor, minor } from '../../money/index.ts';
import { ageInvoices, applyPayments, type DunningState, dso, dsoCountBack, dunning, provisionOf } from './index.ts';

const TODAY = day('2026-06-30');
const m = (n: number): Minor => minor(n);
const invoice = (id: string, daysPastDue: number, open: number) => ({
  id,
  due: plusDays(TODAY, -daysPastDue),
  open: m(open),
});

describe('ageing', () => {
  test('by days past due, the due day itself current', () => {
    const aged = ageInvoices(
      [
        invoice('a', -10, 1),
        invoice('b', 0, 2),
        invoice('c', 1, 4),
        invoice('d', 30, 8),
        invoice('e', 31, 16),
        invoice('f', 90, 32),
        invoice('g', 91, 64),
      ],
      TODAY,
    );
    expect(aged).toMatchObject({ current: 3, overdue: 124, maxDaysPastDue: 91 });
    expect(aged.buckets.map(({ from, to, amount, invoices }) => [from, to, amount, invoices])).toEqual([
      [1, 30, 12, ['c', 'd']],
      [31, 60, 16, ['e']],
      [61, 90, 32, ['f']],
      [91, null, 64, ['g']],
    ]);
  });

  test('current and buckets sum to all that is open, with any edges', () => {
    const invoices = fc.array(fc.record({ days: fc.integer({ min: -50, max: 300 }), open: fc.nat(1000) }));
    const edges = fc
      .uniqueArray(fc.integer({ min: 1, max: 200 }), { maxLength: 5 })
      .map((some) => some.sort((a, b) => a - b));
    fc.assert(
      fc.property(invoices, edges, (rows, cuts) => {
        const aged = ageInvoices(
          rows.map(({ days, open }, i) => invoice(`i${i}`, days, open)),
          TODAY,
          cuts,
        );
        const total = rows.reduce((sum, { open }) => sum + open, 0);
        expect(aged.buckets.reduce((sum, { amount }) => sum + amount, aged.current as number)).toBe(total);
        expect(aged.current + aged.overdue).toBe(total);
      }),
    );
  });

  test('the allowance is the sum of its parts', () => {
    const aged = ageInvoices([invoice('a', 0, 10_000), invoice('b', 10, 10_000), invoice('c', 100, 700)], TODAY);
    expect(provisionOf(aged)).toEqual({ total: 950, parts: [50, 200, 0, 0, 700] });
  });
});

describe('payments', () => {
  const open = [invoice('new', 1, 100), invoice('old', 50, 100)];

  test('go to the invoice they name, else to the oldest; what is left is shown apart', () => {
    expect(applyPayments(open, [{ amount: m(130) }])).toMatchObject({
      applied: [
        { invoice: 'old', amount: 100 },
        { invoice: 'new', amount: 30 },
      ],
      unapplied: 0,
    });
    expect(applyPayments(open, [{ amount: m(130), invoice: 'new' }])).toMatchObject({
      applied: [
        { invoice: 'new', amount: 100 },
        { invoice: 'old', amount: 30 },
      ],
    });
    expect(applyPayments(open, [{ amount: m(250), invoice: 'unknown' }]).unapplied).toBe(50);
  });

  test('a named payment keeps its invoice from an unnamed one before it', () => {
    const { applied } = applyPayments(open, [{ amount: m(100) }, { amount: m(100), invoice: 'old' }]);
    expect(applied).toEqual([
      { invoice: 'old', amount: 100 },
      { invoice: 'new', amount: 100 },
    ]);
  });

  test('every amount received is applied or shown, and no invoice is overpaid', () => {
    const invoices = fc.uniqueArray(
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), days: fc.integer({ min: -9, max: 9 }), open: fc.nat(500) }),
      { selector: (row) => row.id },
    );
    const payments = fc.array(
      fc.record({ amount: fc.nat(500).map(m), invoice: fc.option(fc.constantFrom('a', 'b', 'x'), { nil: undefined }) }),
    );
    fc.assert(
      fc.property(invoices, payments, (rows, received) => {
        const before = rows.map(({ id, days, open: amount }) => invoice(id, days, amount));
        const after = applyPayments(before, received);
        const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0);
        const total = sum(received.map(({ amount }) => amount));
        expect(sum(after.applied.map(({ amount }) => amount)) + after.unapplied).toBe(total);
        expect(sum(before.map((row) => row.open)) - sum(after.invoices.map((row) => row.open))).toBe(
          total - after.unapplied,
        );
        for (const row of after.invoices) expect(row.open).toBeGreaterThanOrEqual(0);
        if (after.unapplied > 0) expect(after.invoices.every((row) => row.open === 0)).toBe(true);
      }),
    );
  });
});

describe('days sales outstanding', () => {
  test('simple, and nothing to say without sales', () => {
    expect(dso(300_000, 900_000, 90)).toBe(30);
    expect(dso(1, 0, 90)).toBeUndefined();
  });

  test('counting back explains receivables by the latest sales', () => {
    const months = [
      { sales: 100, days: 30 },
      { sales: 200, days: 31 },
      { sales: 100, days: 28 },
    ];
    expect(dsoCountBack(200, months)).toBe(30 + 15.5);
    expect(dsoCountBack(0, months)).toBe(0);
    expect(dsoCountBack(400, months)).toBe(89);
    expect(dsoCountBack(500, months)).toBe(89 + 28);
    expect(dsoCountBack(10, [])).toBeUndefined();
  });
});

describe('dunning', () => {
  const at = (daysPastDue: number, state: Partial<DunningState> = {}) =>
    dunning({ today: TODAY, invoices: [invoice('a', daysPastDue, 100)], done: [], ...state });

  test('each step on its day', () => {
    const steps = [-4, -3, 0, 1, 7, 15, 30, 60, 90].map((days) => at(days).act?.step);
    expect(steps).toEqual([
      undefined,
      'reminder',
      'reminder',
      'notice',
      'call-task',
      'no-new-terms',
      'hold-and-letter',
      'formal-notice',
      'default-and-collection',
    ]);
  });

  test('what a stage forbids holds whether or not the step was sent', () => {
    expect(
      [14, 15, 29, 30, 89, 90]
        .map((days) => at(days))
        .map(({ noNewTerms, hold, inDefault }) => [noNewTerms, hold, inDefault]),
    ).toEqual([
      [false, false, false],
      [true, false, false],
      [true, false, false],
      [true, true, false],
      [true, true, false],
      [true, true, true],
    ]);
  });

  test('a step is taken once; the next one and its day are known; missed steps are not made up for', () => {
    const done = at(8, { done: [{ step: 'call-task', on: plusDays(TODAY, -1) }] });
    expect(done.act).toBeUndefined();
    expect(done.next).toEqual({ step: 'no-new-terms', on: plusDays(TODAY, 7) });
    expect(at(20).act?.step).toBe('no-new-terms');
    expect(at(95).next).toBeUndefined();
  });

  test('a step of an earlier plan does not count for this one', () => {
    expect(at(8, { done: [{ step: 'call-task', on: plusDays(TODAY, -2) }] }).act?.step).toBe('call-task');
  });

  test('one plan, paced by the oldest, names everything that is due', () => {
    const invoices = [invoice('young', 2, 50), invoice('old', 8, 70), invoice('later', -20, 999)];
    expect(at(0, { invoices })).toMatchObject({
      pace: { invoice: 'old', daysPastDue: 8 },
      act: { step: 'call-task', amount: 120, invoices: [{ id: 'old' }, { id: 'young' }] },
    });
  });

  test('a dispute rests an invoice, a promise until its day has passed', () => {
    const late = invoice('a', 40, 100);
    expect(at(0, { invoices: [{ ...late, disputed: true }] })).toEqual({
      resting: [{ id: 'a', why: 'disputed' }],
      noNewTerms: false,
      hold: false,
      inDefault: false,
    });
    expect(at(0, { invoices: [{ ...late, promisedFor: TODAY }] })).toMatchObject({
      resting: [{ id: 'a', why: 'promised', until: TODAY }],
      hold: false,
    });
    expect(at(0, { invoices: [{ ...late, promisedFor: plusDays(TODAY, -1) }] })).toMatchObject({
      resting: [],
      hold: true,
    });
  });

  test('nothing open, nothing to ask', () => {
    expect(at(50, { invoices: [invoice('a', 50, 0)] })).toEqual({
      resting: [],
      noNewTerms: false,
      hold: false,
      inDefault: false,
    });
  });
});
