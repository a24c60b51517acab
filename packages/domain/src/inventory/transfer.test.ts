import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countEntry, emptyBalance, reviewCount, suggestTransfers } from './index.ts';

const at = (warehouseId: string, available: number, reorderPoint: number, target: number, more = {}) => ({
  warehouseId,
  available,
  reorderPoint,
  target,
  ...more,
});
const moves = (...ask: Parameters<typeof suggestTransfers>) =>
  suggestTransfers(...ask).transfers.map(({ from, to, quantity }) => [from, to, quantity]);

describe('transfers', () => {
  test('one surplus, two needs: the emptier first, each up to its target', () => {
    expect(moves([at('w1', 100, 20, 40), at('w2', 5, 20, 40), at('w3', 18, 20, 30)])).toEqual([
      ['w1', 'w2', 35],
      ['w1', 'w3', 12],
    ]);
  });
  test('where demand is known, fewer days of cover goes first', () => {
    const sites = [
      at('w1', 70, 20, 40),
      at('w2', 5, 20, 40, { demandPerDay: 1 }),
      at('w3', 18, 20, 30, { demandPerDay: 9 }),
    ];
    expect(moves(sites)).toEqual([
      ['w1', 'w3', 12],
      ['w1', 'w2', 18],
    ]);
  });
  test('from the cheapest source, which keeps what it expects to sell', () => {
    const sites = [at('far', 100, 10, 40), at('near', 60, 10, 40, { horizonDemand: 55 }), at('dry', 0, 10, 30)];
    const routes = [
      { from: 'far', to: 'dry', fixedCost: 50, unitCost: 1 },
      { from: 'near', to: 'dry', fixedCost: 5, unitCost: 0 },
    ];
    expect(moves(sites, { routes })).toEqual([
      ['near', 'dry', 5],
      ['far', 'dry', 25],
    ]);
    expect(suggestTransfers(sites, { routes, savingPerUnit: 2 })).toMatchObject({
      transfers: [{ from: 'near', quantity: 5, cost: 5 }],
      unmet: [{ warehouseId: 'dry', missing: 25, why: 'costs-more-than-it-saves' }],
    });
  });
  test('cartons stay whole and small moves are left out', () => {
    const sites = [at('w1', 100, 20, 40), at('w2', 5, 20, 40)];
    expect(moves(sites, { multiple: 12 })).toEqual([['w1', 'w2', 24]]);
    expect(moves(sites, { minimum: 36 })).toEqual([]);
  });
  test('nobody gives below its own target or gets above it, whatever the numbers', () => {
    const site = fc.record({
      available: fc.integer({ min: -5, max: 80 }),
      reorderPoint: fc.nat({ max: 20 }),
      spare: fc.nat({ max: 20 }),
      horizonDemand: fc.nat({ max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(site, { maxLength: 6 }), fc.integer({ min: 1, max: 7 }), (rows, multiple) => {
        const sites = rows.map((row, i) => ({
          ...at(`w${i}`, row.available, row.reorderPoint, row.reorderPoint + row.spare),
          horizonDemand: row.horizonDemand,
        }));
        const { transfers, unmet } = suggestTransfers(sites, { multiple });
        for (const one of sites) {
          const given = transfers.filter((t) => t.from === one.warehouseId).reduce((n, t) => n + t.quantity, 0);
          const got = transfers.filter((t) => t.to === one.warehouseId).reduce((n, t) => n + t.quantity, 0);
          if (given > 0) expect(one.available - given).toBeGreaterThanOrEqual(Math.max(one.target, one.horizonDemand));
          const missing = unmet.find((need) => need.warehouseId === one.warehouseId)?.missing ?? 0;
          if (one.available < one.reorderPoint) expect(one.available + got + missing).toBe(one.target);
          else expect(got).toBe(0);
        }
        for (const t of transfers) expect(t.quantity % multiple).toBe(0);
        expect(suggestTransfers(sites.toReversed(), { multiple })).toEqual({ transfers, unmet });
      }),
    );
  });
});

describe('a count', () => {
  const shelf = (skuId: string, onHand: number, counted: number, unitCost: number, reserved = 0) => ({
    skuId,
    warehouseId: 'north',
    book: { ...emptyBalance, onHand, reserved },
    counted,
    unitCost,
  });
  test('shows the dearest differences first and asks for a second count where they are large', () => {
    const found = reviewCount([shelf('tea', 100, 99, 50), shelf('rice', 100, 80, 10, 90), shelf('salt', 10, 10, 1)], {
      recountAboveBp: 500,
      recountAboveValue: 40,
    });
    expect(
      found.ok && found.value.map((one) => [one.skuId, one.difference, one.value, one.recount, one.promisedShort]),
    ).toEqual([
      ['rice', -20, -200, true, 10],
      ['tea', -1, -50, true, 0],
      ['salt', 0, 0, false, 0],
    ]);
  });
  test('a second count is asked for above the part or the value, not at it', () => {
    const recount = (counted: number, unitCost: number) => {
      const found = reviewCount([shelf('tea', 200, counted, unitCost)], { recountAboveBp: 500, recountAboveValue: 40 });
      return found.ok && found.value[0]!.recount;
    };
    expect([recount(190, 1), recount(189, 1), recount(198, 20), recount(198, 21)]).toEqual([false, true, false, true]);
    const found = reviewCount([shelf('new', 0, 1, 0)], { recountAboveBp: 5000, recountAboveValue: 40 });
    expect(found.ok && found.value[0]!.recount).toBe(true);
  });
  test('goods promised to picking count as promised; equal values go by SKU', () => {
    const short = { ...shelf('tea', 10, 4, 0, 3), book: { ...emptyBalance, onHand: 10, reserved: 3, allocated: 5 } };
    const found = reviewCount([shelf('b', 1, 0, 7), shelf('a', 1, 2, 7), short], {
      recountAboveBp: 0,
      recountAboveValue: 0,
    });
    expect(found.ok && found.value.map((one) => [one.skuId, one.promisedShort])).toEqual([
      ['a', 0],
      ['b', 0],
      ['tea', 4],
    ]);
  });
  test('books the difference, and nothing when there is none', () => {
    expect(countEntry(shelf('tea', 100, 97, 5), 'e1', 'count-7')).toMatchObject({
      kind: 'count',
      quantity: -3,
      cause: { type: 'count', id: 'count-7' },
    });
    expect(countEntry(shelf('tea', 100, 100, 5), 'e1', 'count-7')).toBeUndefined();
  });
  test('half a unit was not counted', () => {
    expect(reviewCount([shelf('tea', 1, 0.5, 1)], { recountAboveBp: 0, recountAboveValue: 0 })).toEqual({
      ok: false,
      error: { kind: 'quantity-invalid', skuId: 'tea', quantity: 0.5 },
    });
  });
});
