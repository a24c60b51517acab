import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AllocationPolicy, allocateStock, allocationPolicies, type Site } from './index.ts';

const site = (warehouseId: string, available: Record<string, number>, more: Partial<Site> = {}): Site => ({
  warehouseId,
  shelves: Object.fromEntries(Object.entries(available).map(([skuId, units]) => [skuId, { available: units }])),
  ...more,
});
const want = (a: number, b = 0) =>
  [
    { skuId: 'a', quantity: a },
    { skuId: 'b', quantity: b },
  ].filter((line) => line.quantity > 0);
const taken = (policy: AllocationPolicy, sites: readonly Site[], lines = want(5), more = {}) => {
  const plan = allocateStock({ policy, sites, lines, ...more });
  return plan.ok ? plan.value.parts.map((part) => [part.warehouseId, part.quantity]) : plan.error;
};

describe('each policy by its own order', () => {
  const sites = [
    site('w1', { a: 4 }, { rank: 3, cost: 5 }),
    site('w2', { a: 3 }, { rank: 1, cost: 9 }),
    site('w3', { a: 9 }, { rank: 2, cost: 7 }),
  ];
  test('priority, nearest, highest stock', () => {
    expect(taken('priority', sites)).toEqual([
      ['w2', 3],
      ['w3', 2],
    ]);
    expect(taken('nearest', sites)).toEqual([
      ['w1', 4],
      ['w3', 1],
    ]);
    expect(taken('high-stock', sites)).toEqual([['w3', 5]]);
  });
  test('the lot that expires first leaves first, whichever house it lies in', () => {
    const lots = (id: string, expires: string, quantity: number) => ({ id, expires, quantity });
    const shelves = [
      {
        warehouseId: 'w1',
        shelves: { a: { available: 4, lots: [lots('L1', '2026-05-01', 2), lots('L4', '2026-09-01', 2)] } },
      },
      {
        warehouseId: 'w2',
        shelves: { a: { available: 4, lots: [lots('L2', '2026-06-01', 3), lots('L0', '2026-02-01', 1)] } },
      },
    ];
    const plan = allocateStock({ policy: 'expiry-first', lines: want(6), sites: shelves, expiresAfter: '2026-03-01' });
    expect(plan.ok && plan.value.parts.map((part) => [part.lotId, part.quantity])).toEqual([
      ['L1', 2],
      ['L2', 3],
      ['L4', 1],
    ]);
  });
  test('the pickup point is served from first', () => {
    expect(taken('high-stock', sites, want(5), { pickup: 'w2' })).toEqual([
      ['w2', 3],
      ['w3', 2],
    ]);
  });
});

describe('fewest parcels', () => {
  test('of two pairs that can serve, the cheaper; the others are told why not', () => {
    const plan = allocateStock({
      policy: 'min-split',
      lines: want(4, 4),
      sites: [
        site('w1', { a: 4 }, { cost: 5 }),
        site('w2', { b: 4 }, { cost: 5 }),
        site('w3', { a: 4 }, { cost: 6 }),
        site('w4', { a: 1, b: 1 }, { cost: 1 }),
        site('w5', {}),
      ],
    });
    expect(plan.ok && plan.value.warehouses).toEqual(['w1', 'w2']);
    expect(plan.ok && plan.value.skipped).toEqual([
      { warehouseId: 'w3', reason: { kind: 'costlier', cost: 11, chosen: 10 } },
      { warehouseId: 'w4', reason: { kind: 'more-parcels', needed: 2 } },
      { warehouseId: 'w5', reason: { kind: 'no-stock' } },
    ]);
  });
  test('a warehouse that may not serve is left out with the caller’s reason', () => {
    const plan = allocateStock({
      policy: 'min-split',
      lines: want(2),
      sites: [site('w1', { a: 9 }, { excluded: 'being counted' }), site('w2', { a: 2 })],
    });
    expect(plan.ok && plan.value.skipped).toEqual([
      { warehouseId: 'w1', reason: { kind: 'excluded', why: 'being counted' } },
    ]);
  });
});

test('the whole order or nothing, unless a part may go', () => {
  const sites = [site('w1', { a: 3, b: 1 })];
  expect(taken('nearest', sites, want(2, 2))).toEqual({ kind: 'stock-short', short: [{ skuId: 'b', quantity: 1 }] });
  expect(taken('nearest', sites, want(2, 2), { partial: true })).toEqual([
    ['w1', 2],
    ['w1', 1],
  ]);
});

const stocks = fc.array(
  fc.record({ a: fc.nat({ max: 6 }), b: fc.nat({ max: 6 }), cost: fc.nat({ max: 9 }), rank: fc.nat({ max: 3 }) }),
  { minLength: 1, maxLength: 6 },
);
const sitesOf = (rows: readonly { a: number; b: number; cost: number; rank: number }[]) =>
  rows.map(({ a, b, cost, rank }, i) => site(`w${i}`, { a, b }, { cost, rank }));

test('no policy takes more than a shelf has, and every wished unit is sent or named as short', () => {
  fc.assert(
    fc.property(
      stocks,
      fc.integer({ min: 1, max: 12 }),
      fc.nat({ max: 12 }),
      fc.constantFrom(...allocationPolicies),
      (rows, a, b, policy) => {
        const sites = sitesOf(rows);
        const plan = allocateStock({ policy, lines: want(a, b), sites, partial: true });
        if (!plan.ok) return;
        for (const { skuId, quantity } of want(a, b)) {
          const sent = plan.value.parts.filter((part) => part.skuId === skuId);
          const short = plan.value.short.find((line) => line.skuId === skuId)?.quantity ?? 0;
          const there = sites.reduce((units, one) => units + one.shelves[skuId]!.available, 0);
          expect(sent.reduce((units, part) => units + part.quantity, 0)).toBe(quantity - short);
          expect(short).toBe(Math.max(0, quantity - there));
          for (const part of sent)
            expect(part.quantity).toBeLessThanOrEqual(
              sites.find((one) => one.warehouseId === part.warehouseId)!.shelves[skuId]!.available,
            );
        }
      },
    ),
  );
});

test('no other policy ever makes fewer parcels than min-split', () => {
  fc.assert(
    fc.property(
      stocks,
      fc.integer({ min: 1, max: 12 }),
      fc.nat({ max: 12 }),
      fc.constantFrom(...allocationPolicies),
      (rows, a, b, policy) => {
        const ask = { lines: want(a, b), sites: sitesOf(rows) };
        const [fewest, other] = [allocateStock({ ...ask, policy: 'min-split' }), allocateStock({ ...ask, policy })];
        expect(fewest.ok).toBe(other.ok);
        if (fewest.ok && other.ok && fewest.value.exact)
          expect(fewest.value.warehouses.length).toBeLessThanOrEqual(other.value.warehouses.length);
      },
    ),
  );
});

test('the order in which warehouses are listed changes nothing', () => {
  fc.assert(
    fc.property(stocks, fc.integer({ min: 1, max: 8 }), fc.constantFrom(...allocationPolicies), (rows, a, policy) => {
      const sites = sitesOf(rows);
      expect(allocateStock({ policy, lines: want(a), sites: sites.toReversed() })).toEqual(
        allocateStock({ policy, lines: want(a), sites }),
      );
    }),
  );
});
