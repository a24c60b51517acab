import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bootstrapReorderPoint,
  channelUse,
  emptyBalance,
  lumpyReorderPoint,
  poolOf,
  type StockEntry,
} from './index.ts';

const point = (mean: number, variance: number, level: number) => {
  const found = lumpyReorderPoint({ mean, variance }, level);
  if (!found.ok) throw new Error(found.error.kind);
  return found.value;
};

test('Poisson quantiles: mean 4 is covered by 8 units in 97.9% of cases (tables)', () => {
  expect(point(4, 4, 0.95)).toEqual({ reorderPoint: 8, servedShare: expect.closeTo(0.978637, 6), by: 'poisson' });
});

test('wider demand needs more, a higher promise never less', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 12, noNaN: true }),
      fc.double({ min: 1.1, max: 4, noNaN: true }),
      fc.double({ min: 0.5, max: 0.98, noNaN: true }),
      (mean, spread, level) => {
        const wide = point(mean, mean * spread, level);
        expect(wide.by).toBe('negative-binomial');
        expect(wide.servedShare).toBeGreaterThanOrEqual(level);
        expect(point(mean, mean * spread, level + 0.015).reorderPoint).toBeGreaterThanOrEqual(wide.reorderPoint);
      },
    ),
  );
  expect(point(4, 16, 0.95).reorderPoint).toBeGreaterThan(point(4, 4, 0.95).reorderPoint);
});

test('drawn from history: the same seed gives the same answer, and the promise is met by what was drawn', () => {
  const history = [0, 0, 5, 0, 0, 0, 12, 0, 3, 0];
  const first = bootstrapReorderPoint(history, 3, 0.9, { seed: 7 });
  expect(bootstrapReorderPoint(history, 3, 0.9, { seed: 7 })).toEqual(first);
  expect(first.ok && first.value.servedShare).toBeGreaterThanOrEqual(0.9);
  expect(bootstrapReorderPoint([4, 4, 4], 2, 0.5)).toMatchObject({
    ok: true,
    value: { reorderPoint: 8, servedShare: 1 },
  });
});

test('what cannot be answered is refused', () => {
  expect(lumpyReorderPoint({ mean: 1, variance: 1 }, 1)).toEqual({ ok: false, error: { kind: 'target-unreachable' } });
  expect(lumpyReorderPoint({ mean: -1, variance: 1 }, 0.5)).toEqual({ ok: false, error: { kind: 'demand-invalid' } });
  expect(bootstrapReorderPoint([], 1, 0.5)).toEqual({ ok: false, error: { kind: 'demand-invalid' } });
});

test('a pool is what its warehouses can promise together; channels have used what they took and did not give back', () => {
  const balances = {
    tea: { north: { ...emptyBalance, onHand: 10, reserved: 3 }, south: { ...emptyBalance, onHand: 5, allocated: 5 } },
  };
  expect(poolOf(balances, 'tea', ['north', 'south', 'north', 'west'])).toBe(7);
  const entry = (kind: StockEntry['kind'], quantity: number, channel?: string): StockEntry => ({
    id: `${kind}${quantity}${channel}`,
    skuId: 'tea',
    warehouseId: 'north',
    kind,
    quantity,
    channel,
    cause: { type: 't', id: 't' },
  });
  expect(
    channelUse(
      [
        entry('reserve', 5, 'shop'),
        entry('release', 2, 'shop'),
        entry('ship', 1, 'shop'),
        entry('reserve', 9),
        entry('reserve', 4, 'tmall'),
      ],
      'tea',
    ),
  ).toEqual({ shop: 3, tmall: 4 });
});
