import { describe, expect, test } from 'vitest';
import {
  type Balance,
  emptyBalance,
  refuseEntry,
  reserve,
  type StockKind,
  type StockRefusal,
  type StockRules,
  strictStock,
} from './index.ts';

const balance: Balance = { onHand: 10, reserved: 4, allocated: 3, quarantine: 2, inTransitIn: 5, inTransitOut: 0 };
const refusal = (kind: StockKind, quantity: number, at: Balance = balance, rules: StockRules = strictStock) =>
  refuseEntry(
    at,
    {
      id: '1',
      skuId: 'tea',
      warehouseId: 'north',
      kind,
      quantity,
      counterpart: 'south',
      reason: 'x',
      cause: { type: 't', id: '1' },
    },
    rules,
  );

/** The most of each kind that a shelf with 10 on hand, 4 reserved and 3 allocated can take, and what one more is told. */
const limits: readonly (readonly [StockKind, number, StockRefusal])[] = [
  ['reserve', 3, { kind: 'stock-short', asked: 4, available: 3 }],
  ['release', 4, { kind: 'not-reserved', asked: 5, reserved: 4 }],
  ['allocate', 4, { kind: 'not-reserved', asked: 5, reserved: 4 }],
  ['deallocate', 3, { kind: 'not-allocated', asked: 4, allocated: 3 }],
  ['ship', 3, { kind: 'not-allocated', asked: 4, allocated: 3 }],
  ['transfer-out', 3, { kind: 'stock-short', asked: 4, available: 3 }],
  ['transfer-in', 5, { kind: 'not-in-transit', asked: 6, inTransit: 5 }],
  ['transfer-loss', 5, { kind: 'not-in-transit', asked: 6, inTransit: 5 }],
  ['quarantine', 3, { kind: 'stock-short', asked: 4, available: 3 }],
  ['restock', 2, { kind: 'not-in-quarantine', asked: 3, quarantine: 2 }],
  ['scrap', 2, { kind: 'not-in-quarantine', asked: 3, quarantine: 2 }],
];

describe('how much of each kind a shelf can take', () => {
  test.each(limits)('%s up to %i', (kind, most, told) => {
    expect(refusal(kind, most)).toBeUndefined();
    expect(refusal(kind, most + 1)).toEqual(told);
  });
  test('corrections down to what is promised', () => {
    expect([refusal('adjust', -3), refusal('count', -3), refusal('adjust', 0)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(refusal('count', -4)).toEqual({ kind: 'promises-uncovered', promised: 7, onHand: 6 });
  });
});

describe('where goods may be owed', () => {
  const owing: StockRules = { backorder: 5, negative: false };
  const owed: Balance = { ...emptyBalance, onHand: 4, reserved: 6, allocated: 2 };
  test('promises reach as far beyond the shelf as is allowed', () => {
    expect(refusal('reserve', 1, owed, owing)).toBeUndefined();
    expect(refusal('reserve', 2, owed, owing)).toEqual({ kind: 'stock-short', asked: 2, available: 1 });
    expect(refusal('reserve', 1, { ...owed, reserved: 9 }, owing)).toEqual({
      kind: 'stock-short',
      asked: 1,
      available: 0,
    });
  });
  test('picking gets only what is on the shelf, unless goods are sold before their receipt is booked', () => {
    expect(refusal('allocate', 2, owed, owing)).toBeUndefined();
    expect(refusal('allocate', 3, owed, owing)).toEqual({ kind: 'stock-short', asked: 3, available: 2 });
    expect(refusal('allocate', 1, { ...owed, allocated: 6 }, owing)).toEqual({
      kind: 'stock-short',
      asked: 1,
      available: 0,
    });
    expect(refusal('allocate', 3, owed, { ...owing, negative: true })).toBeUndefined();
    expect(refusal('ship', 2, { ...owed, onHand: 1 }, owing)).toEqual({ kind: 'stock-short', asked: 2, available: 1 });
    expect(refusal('ship', 2, { ...owed, onHand: 1 }, { ...owing, negative: true })).toBeUndefined();
  });
  test('nothing leaves by another door while more is promised than there is', () => {
    expect(refusal('transfer-out', 1, owed, owing)).toEqual({ kind: 'stock-short', asked: 1, available: 0 });
    expect(refusal('count', -1, owed, owing)).toBeUndefined();
    expect(refusal('count', -2, owed, owing)).toEqual({ kind: 'promises-uncovered', promised: 8, onHand: 2 });
  });
  test('a wish is for whole units above zero', () => {
    const policy = { safetyHold: 0, backorder: 0, partial: true };
    for (const wanted of [0, -1, 0.5])
      expect(reserve(balance, wanted, policy)).toEqual({
        ok: false,
        error: { kind: 'quantity-invalid', quantity: wanted },
      });
  });
});
