import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMillis, type Day, instant } from '../kernel/index.ts';
import {
  availability,
  availableToPromise,
  emptyBalance,
  expired,
  heldUnits,
  promiseDate,
  type Reservation,
  reserve,
} from './index.ts';

const now = instant('2026-06-01T08:00:00.000Z');
const hold = (id: string, quantity: number, lasts?: number): Reservation => ({
  id,
  skuId: 'tea',
  warehouseId: 'north',
  quantity,
  cause: { type: 'order', id },
  expiresAt: lasts === undefined ? undefined : addMillis(now, lasts),
});

test('a hold ends the instant it expires, cleared away or not', () => {
  const holds = [hold('b', 2, 0), hold('a', 3, -1), hold('c', 4, 1), hold('d', 5)];
  expect(heldUnits(holds, 'tea', 'north', now)).toBe(9);
  expect(heldUnits(holds, 'tea', 'south', now)).toBe(0);
  expect(expired(holds, now).map((one) => one.id)).toEqual(['a', 'b']);
});

test('availability adds up to its own steps', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 99 }),
      fc.nat({ max: 99 }),
      fc.nat({ max: 99 }),
      fc.nat({ max: 9 }),
      (onHand, reserved, allocated, safety) => {
        const found = availability({ ...emptyBalance, onHand, reserved, allocated }, safety);
        expect(found.steps.reduce((units, step) => units + step.units, 0)).toBe(found.available);
      },
    ),
  );
});

test('every wished unit is held, owed or named as short; a refusal says what could be had', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 20 }),
      fc.nat({ max: 30 }),
      fc.integer({ min: 1, max: 30 }),
      fc.nat({ max: 8 }),
      fc.nat({ max: 5 }),
      (onHand, reserved, wanted, backorder, safetyHold) => {
        const balance = { ...emptyBalance, onHand, reserved };
        const partial = reserve(balance, wanted, { safetyHold, backorder, partial: true });
        const whole = reserve(balance, wanted, { safetyHold, backorder, partial: false });
        const room = Math.max(0, onHand - reserved - safetyHold + backorder);
        if (partial.ok) {
          const { reserved: held, backordered, short } = partial.value;
          expect(held + backordered + short).toBe(wanted);
          expect(held + backordered).toBe(Math.min(wanted, room));
        } else expect(room).toBe(0);
        expect(whole).toEqual(
          wanted <= room
            ? partial
            : { ok: false, error: { kind: 'stock-short', asked: wanted, available: Math.min(wanted, room) } },
        );
      },
    ),
  );
});

const day = (text: string) => text as Day;
test('a unit promised for next week is not given away today, and a receipt can be promised from its day', () => {
  const receipts = [{ on: day('2026-06-10'), units: 50 }];
  const demand = [{ on: day('2026-06-05'), units: 30 }];
  const on = (text: string) => availableToPromise(40, receipts, demand, day(text));
  expect(['2026-06-01', '2026-06-05', '2026-06-10'].map(on)).toEqual([10, 10, 60]);
  expect(promiseDate(40, receipts, demand, 25, day('2026-06-01'))).toBe('2026-06-10');
  expect(promiseDate(40, receipts, demand, 10, day('2026-06-01'))).toBe('2026-06-01');
  expect(promiseDate(40, receipts, demand, 61, day('2026-06-01'))).toBeUndefined();
});
