import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, plusDays } from '../../calendar/index.ts';
import { type Minor, minor } from '../../money/index.ts';
import { scoreOfPd } from '../scorecard/index.ts';
import {
  accountOf,
  compareGrades,
  DEFAULT_GRADE_BOUNDS,
  GRADES,
  type Grade,
  gradeOfPd,
  gradeWithin,
  limitOf,
  type RatingFacts,
  rate,
} from './index.ts';

const m = (n: number): Minor => minor(n);

describe('grades', () => {
  test('a PD at the bound still has the grade, above it the next', () => {
    for (const { grade, maxPd } of DEFAULT_GRADE_BOUNDS) expect(gradeOfPd(maxPd)).toBe(grade);
    expect([0, 0.0026, 0.0051, 0.011, 0.021, 0.051, 0.11, 0.21].map((pd) => gradeOfPd(pd))).toEqual(GRADES);
  });

  test('the bounds in points', () => {
    const scores = DEFAULT_GRADE_BOUNDS.slice(0, -1).map(({ maxPd }) => Math.round(scoreOfPd(maxPd)));
    expect(scores).toEqual([660, 640, 620, 599, 572, 551, 527]);
  });

  test('any table of bounds can be asked, in any order', () => {
    expect(
      gradeWithin(0.5, [
        { grade: 'red', maxPd: 0.3 },
        { grade: 'green', maxPd: 0.1 },
      ]),
    ).toBe('red');
    expect(
      gradeWithin(0.1, [
        { grade: 'red', maxPd: 0.3 },
        { grade: 'green', maxPd: 0.1 },
      ]),
    ).toBe('green');
    expect(gradeWithin(0.1, [])).toBeUndefined();
  });
});

describe('notching', () => {
  const today = day('2026-06-30');
  const old: RatingFacts = { today, pd: 0.004, defaults: [], paidInvoices: 20, firstOrderOn: day('2020-01-01') };

  test('down at once, as far as the PD says', () => {
    expect(rate({ ...old, pd: 0.08, current: { grade: 'AAA', since: day('2026-06-29') } })).toMatchObject({
      grade: 'B',
      reasons: [],
    });
  });

  test('up one grade a quarter', () => {
    const current = (since: string) => ({ grade: 'BB' as Grade, since: day(since) });
    expect(rate({ ...old, current: current('2026-04-01') })).toMatchObject({
      grade: 'BB',
      reasons: [{ kind: 'upgrade-waits', until: '2026-07-01', for: 'quarter' }],
    });
    expect(rate({ ...old, current: current('2026-03-30') })).toMatchObject({
      grade: 'BBB',
      modelGrade: 'AA',
      reasons: [{ kind: 'one-grade-at-a-time', aim: 'AA' }],
    });
  });

  test('up only after three months without overdue', () => {
    const current = { grade: 'BB' as Grade, since: day('2025-01-01') };
    expect(rate({ ...old, current, lastOverdueOn: day('2026-04-01') })).toMatchObject({
      grade: 'BB',
      reasons: [{ kind: 'upgrade-waits', until: '2026-07-01', for: 'no-overdue' }],
    });
    expect(rate({ ...old, current, lastOverdueOn: day('2026-03-30') }).grade).toBe('BBB');
  });

  test('new customers start at BB at best, until three paid invoices or six months', () => {
    const young = { ...old, paidInvoices: 2, firstOrderOn: day('2026-01-01') };
    expect(rate(young)).toMatchObject({
      grade: 'BB',
      modelGrade: 'AA',
      reasons: [{ kind: 'new-customer', cap: 'BB', paidInvoices: 2, needed: 3 }],
    });
    expect(rate({ ...young, paidInvoices: 3 }).grade).toBe('AA');
    expect(rate({ ...young, firstOrderOn: day('2025-12-30') }).grade).toBe('AA');
    expect(rate({ ...young, firstOrderOn: undefined, pd: 0.15 })).toMatchObject({ grade: 'CCC', reasons: [] });
  });

  test('a default is D at once', () => {
    expect(rate({ ...old, defaults: ['fraud'] })).toMatchObject({ grade: 'D', modelGrade: 'AA' });
  });

  test('no rating rises by more than one grade', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(...GRADES),
        fc.nat(400),
        (pd, grade, ago) => {
          const rated = rate({ ...old, pd, current: { grade, since: plusDays(today, -ago) } });
          expect(compareGrades(rated.grade, grade)).toBeGreaterThanOrEqual(-1);
          expect(compareGrades(rated.grade, rated.modelGrade)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe('limit', () => {
  const year = m(12_000_000);

  test('a multiple of an average month, in whole thousands', () => {
    expect(limitOf({ grade: 'BBB', pd: 0.015, purchases12m: year })).toMatchObject({
      limit: 1_500_000,
      decidedBy: 'purchases',
    });
    expect(limitOf({ grade: 'BBB', pd: 0.015, purchases12m: m(12_799_999) }).limit).toBe(1_500_000);
  });

  test('a term over a month lengthens it, a shorter one does not shrink it', () => {
    expect(limitOf({ grade: 'AAA', pd: 0.002, purchases12m: year }).limit).toBe(6_000_000);
    expect(limitOf({ grade: 'BB', pd: 0.04, purchases12m: year }).limit).toBe(1_000_000);
  });

  test('the smallest bound decides and all are shown', () => {
    const facts = {
      grade: 'A' as Grade,
      pd: 0.01,
      purchases12m: year,
      lossBudget: m(4500),
      sellerReceivables: m(9_990_000),
      manualCap: m(5_000_000),
    };
    expect(limitOf(facts)).toEqual({
      limit: 900_000,
      decidedBy: 'concentration',
      bounds: [
        { bound: 'purchases', amount: 2_000_000 },
        { bound: 'expected-loss', amount: 1_000_000 },
        { bound: 'concentration', amount: 999_000 },
        { bound: 'manual-cap', amount: 5_000_000 },
      ],
    });
  });

  test('grades without credit have none', () => {
    for (const grade of ['CCC', 'D'] as const) expect(limitOf({ grade, pd: 0.15, purchases12m: year }).limit).toBe(0);
  });

  test('a worse grade or a higher PD never gives a higher limit', () => {
    const pds = fc.double({ min: 0.0001, max: 1, noNaN: true });
    fc.assert(
      fc.property(pds, pds, fc.nat(100_000_000).map(m), fc.nat(1_000_000).map(m), (a, b, purchases12m, lossBudget) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const at = (pd: number) => limitOf({ grade: gradeOfPd(pd), pd, purchases12m, lossBudget }).limit;
        expect(at(high)).toBeLessThanOrEqual(at(low));
      }),
    );
  });
});

test('terms by grade', () => {
  expect(accountOf('A', m(1000), m(300))).toEqual({
    limit: 1000,
    termDays: 30,
    prepayPercent: 0,
    autoConfirmPercent: 80,
    orderCap: undefined,
  });
  expect(accountOf('BB', m(1001), m(300))).toMatchObject({ termDays: 15, orderCap: 500 });
  expect(accountOf('B', m(1000), m(301))).toMatchObject({ termDays: 7, prepayPercent: 30, orderCap: 451 });
  expect(accountOf('D', m(0), m(300))).toMatchObject({ termDays: 0, prepayPercent: 100 });
});
