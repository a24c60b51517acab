import { describe, expect, test } from 'vitest';
import { day } from '../../calendar/index.ts';
import { invariant } from '../../kernel/index.ts';
import { foldPoints, missingForClawback, type PointsEvent } from './index.ts';

const earn = (on: string, lot: string, points: number, expires?: string, more: object = {}): PointsEvent => ({
  type: 'earn',
  on: day(on),
  lot,
  points,
  expires: expires === undefined ? undefined : day(expires),
  ...more,
});
const redeem = (on: string, id: string, points: number): PointsEvent => ({ type: 'redeem', on: day(on), id, points });
const restore = (on: string, redemption: string, points: number): PointsEvent => ({
  type: 'restore',
  on: day(on),
  redemption,
  points,
});
const clawback = (on: string, order: string, points: number, settledInMoney?: number): PointsEvent => ({
  settledInMoney,
  type: 'clawback',
  on: day(on),
  order,
  points,
});
const account = (at: string, ...events: PointsEvent[]) => {
  const result = foldPoints(events, day(at));
  invariant(result.ok, 'a ledger that keeps its rules');
  const lots = Object.fromEntries(result.value.lots.map((lot) => [lot.lot, lot.left]));
  return { ...result.value, lots };
};

describe('lots', () => {
  test('the earliest expiry is used first, then the earliest grant; points without expiry last', () => {
    const events = [
      earn('2026-01-01', 'never', 10),
      earn('2026-01-10', 'A', 100, '2027-01-10'),
      earn('2026-02-10', 'B', 50, '2026-08-10'),
      redeem('2026-03-01', 'r', 80),
    ];
    expect(account('2026-03-02', ...events).lots).toEqual({ A: 70, B: 0, never: 10 });
    const twins = [
      earn('2026-02-01', 'later', 10, '2027-01-01'),
      earn('2026-01-01', 'sooner', 10, '2027-01-01'),
      redeem('2026-03-01', 'r', 5),
    ];
    expect(account('2026-03-02', ...twins).lots).toEqual({ later: 10, sooner: 5 });
  });

  test('a lot is gone from the start of its expiry day, and only what is left of it', () => {
    const events = [earn('2025-06-01', 'A', 100, '2026-06-01'), redeem('2026-01-01', 'r', 40)];
    expect(account('2026-05-31', ...events)).toMatchObject({ balance: 60, expired: 0 });
    expect(account('2026-06-01', ...events)).toMatchObject({ balance: 0, expired: 60 });
  });

  test('pending points neither count nor can be used before their day', () => {
    const events = [earn('2026-01-01', 'A', 100, undefined, { availableOn: day('2026-01-16') })];
    expect(account('2026-01-15', ...events)).toMatchObject({ balance: 0, pending: 100 });
    expect(account('2026-01-16', ...events)).toMatchObject({ balance: 100, pending: 0 });
    expect(foldPoints([...events, redeem('2026-01-15', 'r', 1)], day('2026-01-20'))).toMatchObject({
      ok: false,
      error: { kind: 'overdrawn', event: 1, balance: 0 },
    });
  });

  test('of twins in expiry and grant the name decides, not the place in the ledger', () => {
    const [a, b] = [earn('2026-01-01', 'a', 10), earn('2026-01-01', 'b', 10)];
    const used = redeem('2026-01-02', 'r', 4);
    expect(account('2026-01-03', a, b, used).lots).toEqual({ a: 6, b: 10 });
    expect(account('2026-01-03', b, a, used).lots).toEqual({ a: 6, b: 10 });
  });

  test('the last point can be used, and the account remembers which lot a redemption took from', () => {
    const all = account('2026-01-03', earn('2026-01-01', 'a', 10), redeem('2026-01-02', 'r', 10));
    expect(all).toMatchObject({ balance: 0, redemptions: [{ id: 'r', taken: [{ lot: 'a', points: 10 }] }] });
    const back = account(
      '2026-01-03',
      earn('2026-01-01', 'a', 10),
      redeem('2026-01-02', 'r', 10),
      restore('2026-01-03', 'r', 10),
    );
    expect(back).toMatchObject({ balance: 10, redemptions: [{ id: 'r', taken: [] }] });
  });

  test('entries of one day count as they were written, in the ledger as well as across days', () => {
    const [give, take] = [earn('2026-01-01', 'a', 10), redeem('2026-01-01', 'r', 10)];
    expect(account('2026-01-01', give, take).balance).toBe(0);
    expect(foldPoints([take, give], day('2026-01-01'))).toMatchObject({ error: { kind: 'overdrawn', event: 0 } });
    const later = redeem('2026-01-02', 'r', 10);
    expect(account('2026-01-02', later, give).balance).toBe(0);
  });

  test('what is written later than the day of the look is not seen', () => {
    expect(account('2026-01-01', earn('2026-01-02', 'A', 5)).balance).toBe(0);
  });
});

describe('clawback', () => {
  test("takes from the order's own lot first, also while it is pending, then from the others", () => {
    const own = earn('2026-01-02', 'own', 30, '2028-01-01', { order: 'o1', availableOn: day('2026-06-01') });
    const events = [earn('2026-01-01', 'other', 100, '2027-01-01'), own, clawback('2026-01-03', 'o1', 50)];
    expect(account('2026-01-04', ...events)).toMatchObject({ lots: { own: 0, other: 80 }, debt: 0 });
  });

  test('what is missing becomes debt, which the next usable points pay', () => {
    const events = [
      earn('2026-01-01', 'A', 200, undefined, { order: 'o1' }),
      redeem('2026-02-01', 'r', 150),
      clawback('2026-02-10', 'o1', 200),
    ];
    expect(account('2026-02-11', ...events)).toMatchObject({ balance: -150, debt: 150, lots: { A: 0 } });
    const later = earn('2026-03-01', 'B', 180, undefined, { availableOn: day('2026-03-16') });
    expect(account('2026-03-15', ...events, later)).toMatchObject({ balance: -150, debt: 150, pending: 180 });
    expect(account('2026-03-16', ...events, later)).toMatchObject({ balance: 30, debt: 0, lots: { B: 30 } });
  });
});

test('missing points that a smaller refund stands for become no debt', () => {
  const spent = [
    earn('2026-01-01', 'A', 200, undefined, { order: 'o1' }),
    earn('2026-01-01', 'B', 20),
    redeem('2026-02-01', 'r', 150),
  ];
  const before = foldPoints(spent, day('2026-02-10'));
  const missing = before.ok ? missingForClawback(before.value, 'o1', 200, day('2026-02-10')) : undefined;
  expect(missing).toBe(130);
  const settled = clawback('2026-02-10', 'o1', 200, 100);
  expect(account('2026-02-11', ...spent, settled)).toMatchObject({ debt: 30, settledInMoney: 100, balance: -30 });
  expect(account('2026-02-11', ...spent, clawback('2026-02-10', 'o1', 200, 999))).toMatchObject({
    debt: 0,
    settledInMoney: 130,
  });
});

test('a lot that opens and expires between two entries pays the debt before it is gone', () => {
  const owing = [
    earn('2026-01-01', 'A', 50, undefined, { order: 'o1' }),
    redeem('2026-01-02', 'r', 50),
    clawback('2026-01-03', 'o1', 50),
  ];
  const brief = earn('2026-01-04', 'B', 80, '2026-01-20', { availableOn: day('2026-01-10') });
  expect(account('2026-02-01', ...owing, brief)).toMatchObject({ debt: 0, balance: 0, expired: 30 });
  expect(account('2026-01-10', ...owing, brief)).toMatchObject({ debt: 0, balance: 30 });
});

describe('redeemed points that come back', () => {
  const events = [
    earn('2026-01-01', 'A', 10, '2026-06-01'),
    earn('2026-01-02', 'B', 10, '2027-01-01'),
    redeem('2026-02-01', 'r', 15),
  ];

  test('return to the lots they came from, last taken first', () => {
    expect(account('2026-03-01', ...events, restore('2026-02-10', 'r', 7)).lots).toEqual({ A: 2, B: 10 });
  });

  test('of an expired lot live on for thirty days', () => {
    const back = [...events, restore('2026-07-01', 'r', 15)];
    expect(account('2026-07-30', ...back)).toMatchObject({ balance: 20, lots: { A: 0, B: 10, 'A~2026-07-01': 10 } });
    expect(account('2026-07-31', ...back)).toMatchObject({ balance: 10, expired: 10 });
  });

  test('on the day their lot expires are already in the grace', () => {
    expect(account('2026-06-01', ...events, restore('2026-06-01', 'r', 15)).lots).toMatchObject({
      A: 0,
      'A~2026-06-01': 10,
    });
    expect(account('2026-05-31', ...events, restore('2026-05-31', 'r', 15)).lots).toEqual({ A: 10, B: 10 });
  });

  test('expire at once where the policy has no grace', () => {
    const result = foldPoints([...events, restore('2026-07-01', 'r', 15)], day('2026-07-01'), { graceDays: 0 });
    expect(result).toMatchObject({ value: { balance: 10, expired: 10, lots: [{ lot: 'A' }, { lot: 'B' }] } });
  });

  test('never exceed what the redemption took', () => {
    const twice = [...events, restore('2026-02-10', 'r', 10), restore('2026-02-11', 'r', 6)];
    expect(foldPoints(twice, day('2026-03-01'))).toMatchObject({
      error: { kind: 'restored-too-much', event: 4, asked: 6, redeemed: 5 },
    });
    expect(foldPoints([restore('2026-02-10', 'x', 1)], day('2026-03-01'))).toMatchObject({
      error: { kind: 'unknown-redemption', event: 0 },
    });
  });
});

test('a lot or a redemption is written once', () => {
  expect(foldPoints([earn('2026-01-01', 'A', 1), earn('2026-01-02', 'A', 1)], day('2026-03-01'))).toMatchObject({
    error: { kind: 'repeated-id', event: 1, id: 'A' },
  });
  const events = [earn('2026-01-01', 'A', 9), redeem('2026-01-02', 'r', 1), redeem('2026-01-03', 'r', 1)];
  expect(foldPoints(events, day('2026-03-01'))).toMatchObject({ error: { kind: 'repeated-id', event: 2, id: 'r' } });
});

test('a redemption that takes more is one redemption: what comes back goes to the lots it came from', () => {
  const events = [
    earn('2026-01-01', 'A', 5),
    earn('2026-01-02', 'B', 9),
    redeem('2026-01-03', 'r', 4),
    { ...redeem('2026-01-04', 'r', 6), more: true as const },
    restore('2026-01-05', 'r', 10),
  ];
  const folded = foldPoints(events, day('2026-01-06'));
  expect(folded).toMatchObject({ ok: true, value: { balance: 14 } });
  expect(folded.ok && folded.value.lots.map(({ lot, left }) => [lot, left])).toEqual([
    ['A', 5],
    ['B', 9],
  ]);
  expect(foldPoints([earn('2026-01-01', 'A', 5), events[3]!], day('2026-01-06'))).toMatchObject({
    error: { kind: 'unknown-redemption', event: 1 },
  });
});
