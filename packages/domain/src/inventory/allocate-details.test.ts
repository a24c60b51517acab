import { describe, expect, test } from 'vitest';
import { type AllocationRequest, allocateStock, allocationPolicies, type Lot, type Site } from './index.ts';

const site = (warehouseId: string, units: number, more: Partial<Site> = {}): Site => ({
  warehouseId,
  shelves: { a: { available: units } },
  ...more,
});
const inLots = (warehouseId: string, available: number, lots: readonly Lot[], more: Partial<Site> = {}): Site => ({
  warehouseId,
  shelves: { a: { available, lots } },
  ...more,
});
const plan = (quantity: number, request: Omit<AllocationRequest, 'lines'>) =>
  allocateStock({ lines: [{ skuId: 'a', quantity }], ...request });
const houses = (...ask: Parameters<typeof plan>) => {
  const found = plan(...ask);
  return found.ok ? found.value.parts.map((part) => part.warehouseId) : found.error;
};
const lots = (...ask: Parameters<typeof plan>) => {
  const found = plan(...ask);
  return found.ok
    ? found.value.parts.map((part) => `${part.warehouseId}:${part.lotId ?? '-'}:${part.quantity}`)
    : found.error;
};

test('the five policies by name', () => {
  expect(allocationPolicies).toEqual(['priority', 'nearest', 'high-stock', 'expiry-first', 'min-split']);
});

describe('ties', () => {
  test('an unranked house goes with the first rank, a house without cost costs nothing; then the id decides', () => {
    const ranked = [site('w3', 1, { rank: 1 }), site('w2', 1), site('w1', 1, { rank: 0 })];
    expect(houses(3, { policy: 'priority', sites: ranked })).toEqual(['w1', 'w2', 'w3']);
    const priced = [site('w3', 1, { cost: 1 }), site('w2', 1), site('w1', 1, { cost: 0 })];
    expect(houses(3, { policy: 'nearest', sites: priced })).toEqual(['w1', 'w2', 'w3']);
  });
  test('equal stock goes by cost, then id; lots of the same day likewise', () => {
    const sites = [site('w3', 2, { cost: 1 }), site('w2', 2, { cost: 5 }), site('w1', 2, { cost: 5 })];
    expect(houses(6, { policy: 'high-stock', sites })).toEqual(['w3', 'w1', 'w2']);
    const dated = sites.map(({ warehouseId, cost }) =>
      inLots(warehouseId, 2, [{ id: 'L', quantity: 2, expires: '2026-05-01' }], { cost }),
    );
    expect(houses(6, { policy: 'expiry-first', sites: dated })).toEqual(['w3', 'w1', 'w2']);
  });
});

describe('lots', () => {
  const shelf = [
    { id: 'L3', quantity: 2 },
    { id: 'L2', quantity: 2, expires: '2026-06-01' },
    { id: 'L1b', quantity: 1, expires: '2026-05-01' },
    { id: 'L1a', quantity: 1, expires: '2026-05-01' },
  ];
  test('of one shelf the first expiry leaves first, under every policy; what keeps comes last', () => {
    for (const policy of allocationPolicies)
      expect(lots(6, { policy, sites: [inLots('w1', 6, shelf)] })).toEqual([
        'w1:L1a:1',
        'w1:L1b:1',
        'w1:L2:2',
        'w1:L3:2',
      ]);
  });
  test('units that no lot accounts for leave unnamed and last; promised units of lots stay', () => {
    expect(lots(7, { policy: 'nearest', sites: [inLots('w1', 8, shelf)] })).toEqual([
      'w1:L1a:1',
      'w1:L1b:1',
      'w1:L2:2',
      'w1:L3:2',
      'w1:-:1',
    ]);
    expect(lots(3, { policy: 'nearest', sites: [inLots('w1', 3, shelf)] })).toEqual([
      'w1:L1a:1',
      'w1:L1b:1',
      'w1:L2:1',
    ]);
    expect(plan(4, { policy: 'nearest', sites: [inLots('w1', 3, shelf)] })).toEqual({
      ok: false,
      error: { kind: 'stock-short', short: [{ skuId: 'a', quantity: 1 }] },
    });
  });
  test('lots that expire on or before the day are not there', () => {
    const ask = { policy: 'expiry-first', sites: [inLots('w1', 6, shelf)], expiresAfter: '2026-05-01' } as const;
    expect(lots(4, ask)).toEqual(['w1:L2:2', 'w1:L3:2']);
    expect(plan(5, ask)).toEqual({ ok: false, error: { kind: 'stock-short', short: [{ skuId: 'a', quantity: 1 }] } });
  });
});

describe('requests', () => {
  test('whole units above zero, or refused by SKU', () => {
    for (const quantity of [0, -1, 1.5])
      expect(plan(quantity, { policy: 'nearest', sites: [site('w1', 9)] })).toEqual({
        ok: false,
        error: { kind: 'quantity-invalid', skuId: 'a' },
      });
  });
  test('two lines of one SKU are one wish', () => {
    const found = allocateStock({
      policy: 'nearest',
      lines: [
        { skuId: 'a', quantity: 2 },
        { skuId: 'a', quantity: 3 },
      ],
      sites: [site('w1', 4)],
    });
    expect(found).toEqual({ ok: false, error: { kind: 'stock-short', short: [{ skuId: 'a', quantity: 1 }] } });
  });
  test('nothing at all is refused even when a part may go', () => {
    expect(plan(2, { policy: 'nearest', sites: [], partial: true })).toEqual({
      ok: false,
      error: { kind: 'stock-short', short: [{ skuId: 'a', quantity: 2 }] },
    });
  });
  test('oversold shelves give nothing and take nothing from others', () => {
    expect(houses(2, { policy: 'high-stock', sites: [site('w1', -5), site('w2', 2)] })).toEqual(['w2']);
  });
});

describe('fewest parcels with a pickup point', () => {
  const sites = [site('far', 9, { cost: 90 }), site('shop', 1, { cost: 50 }), site('near', 3, { cost: 1 })];
  test('it is served from first, and the fewest others are added', () => {
    const found = plan(4, { policy: 'min-split', sites, pickup: 'shop' });
    expect(found.ok && [found.value.parts.map((part) => [part.warehouseId, part.quantity]), found.value.exact]).toEqual(
      [
        [
          ['shop', 1],
          ['near', 3],
        ],
        true,
      ],
    );
  });
  test('a pickup point that has all serves alone, without one the single house', () => {
    expect(houses(1, { policy: 'min-split', sites, pickup: 'shop' })).toEqual(['shop']);
    expect(houses(4, { policy: 'min-split', sites })).toEqual(['far']);
  });
  test('more than three houses are found greedily, and the plan says so', () => {
    const many = Array.from({ length: 5 }, (_, i) => site(`w${i}`, 1, { cost: i }));
    const found = plan(4, { policy: 'min-split', sites: many });
    expect(found.ok && [found.value.warehouses, found.value.exact]).toEqual([['w0', 'w1', 'w2', 'w3'], false]);
    const crowd = [...Array.from({ length: 13 }, (_, i) => site(`x${i}`, 1)), site('whole', 4, { cost: 99 })];
    const one = plan(4, { policy: 'min-split', sites: crowd });
    expect(one.ok && [one.value.warehouses, one.value.exact]).toEqual([['whole'], false]);
  });
  test('the pickup point alone, twelve houses exactly, and a greedy choice pruned of what it no longer needs', () => {
    const alone = plan(1, { policy: 'min-split', sites, pickup: 'shop' });
    expect(alone.ok && alone.value.exact).toBe(true);
    const twelve = plan(2, { policy: 'min-split', sites: Array.from({ length: 12 }, (_, i) => site(`w${10 + i}`, 1)) });
    expect(twelve.ok && [twelve.value.warehouses, twelve.value.exact]).toEqual([['w10', 'w11'], true]);
    const shelves = (a: number, b: number, c: number, d: number) => ({
      a: { available: a },
      b: { available: b },
      c: { available: c },
      d: { available: d },
    });
    const tempting = [
      { warehouseId: 'most', shelves: shelves(2, 2, 2, 0), cost: 1 },
      ...['p', 'q', 'r', 's'].map((warehouseId, i) => ({
        warehouseId,
        shelves: shelves(i === 0 ? 3 : 0, i === 1 ? 3 : 0, i === 2 ? 3 : 0, i === 3 ? 3 : 0),
        cost: 1,
      })),
    ];
    const found = allocateStock({
      policy: 'min-split',
      sites: tempting,
      lines: ['a', 'b', 'c', 'd'].map((skuId) => ({ skuId, quantity: 3 })),
    });
    expect(found.ok && [found.value.warehouses, found.value.exact]).toEqual([['p', 'q', 'r', 's'], false]);
  });
  test('of houses that add as much, the greedy choice takes the cheaper, then the first by id', () => {
    const many = ['w5', 'w4', 'w3', 'w2', 'w1'].map((id, i) => site(id, 1, { cost: i < 4 ? 5 : 6 }));
    const found = plan(4, { policy: 'min-split', sites: many });
    expect(found.ok && found.value.warehouses).toEqual(['w2', 'w3', 'w4', 'w5']);
    const unpriced = plan(1, { policy: 'min-split', sites: [site('w1', 1, { cost: 1 }), site('w2', 1)] });
    expect(unpriced.ok && unpriced.value.warehouses).toEqual(['w2']);
  });
});
