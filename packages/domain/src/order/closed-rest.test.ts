import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minor, splitTax } from '../money/index.ts';
import { closedRest, type RestLine } from './closed-rest.ts';
import { refundShares } from './refund-shares.ts';

const thirteen = { n: 13, d: 100 };
const line = (over: Partial<RestLine> = {}): RestLine => ({
  lineId: 'a',
  quantity: 10,
  gross: minor(100_000),
  paid: minor(90_000),
  refunded: 0,
  open: 4,
  discount: minor(10_000),
  net: minor(90_000),
  tax: splitTax(minor(90_000), thirteen, true).tax,
  taxRate: '13',
  ...over,
});

test('four of ten units that are never sent cost four tenths of what the line paid; the reduction of what was sent stays', () => {
  expect(closedRest([line(), line({ lineId: 'b', open: 0 })], 300)).toEqual({
    lines: [{ lineId: 'a', units: 4, gross: 40_000, discount: 4_000, net: 36_000, tax: 4_142 }],
    amount: 36_000,
    // Two lines of the same worth, four of twenty units.
    points: 60,
  });
});

test('the tax that stays is that of an order of what was sent; one that was shared out stays in proportion', () => {
  const { tax } = closedRest([line()]).lines[0]!;
  expect(line().tax - tax).toBe(splitTax(minor(54_000), thirteen, true).tax);
  expect(closedRest([line({ tax: minor(1_000) })]).lines[0]).toMatchObject({ tax: 400 });
  expect(closedRest([line({ net: minor(0), paid: minor(0), tax: minor(0) })]).lines[0]).toMatchObject({ tax: 0 });
});

const stored = fc
  .record({
    quantity: fc.integer({ min: 1, max: 40 }),
    gross: fc.integer({ min: 0, max: 1_000_000 }),
    share: fc.integer({ min: 0, max: 100 }),
    parts: fc.array(fc.record({ units: fc.integer({ min: 0, max: 12 }), closing: fc.boolean() }), { maxLength: 6 }),
  })
  .map(({ quantity, gross, share, parts }) => ({ quantity, gross, paid: Math.floor((gross * share) / 100), parts }));

test('closed and returned in any order, a line gives back exactly what it paid, and never shows an amount below nothing', () => {
  fc.assert(
    fc.property(stored, fc.integer({ min: 0, max: 500 }), ({ quantity, gross, paid, parts }, pointsUsed) => {
      const now = { gross, discount: gross - paid, net: paid, granted: 0, gone: 0, points: 0 };
      const take = (units: number, closing: boolean) => {
        const placed = { lineId: 'a', quantity, gross: minor(gross), paid: minor(paid), refunded: now.gone };
        if (closing) {
          const rest = closedRest(
            [
              {
                ...placed,
                open: units,
                ...{ discount: minor(now.discount), net: minor(now.net), tax: minor(0), taxRate: '0' },
              },
            ],
            pointsUsed,
          );
          for (const { gross, discount, net } of rest.lines) {
            now.gross -= gross;
            now.discount -= discount;
            now.net -= net;
          }
          now.points += rest.points;
        } else {
          const back = refundShares([placed], [{ lineId: 'a', units }], pointsUsed);
          now.granted += back.amount;
          now.points += back.points;
        }
        now.gone += units;
        expect(now.net).toBe(now.gross - now.discount);
        expect(Math.min(now.gross, now.discount, now.net - now.granted)).toBeGreaterThanOrEqual(0);
      };
      for (const { units, closing } of parts) take(Math.min(units, quantity - now.gone), closing);
      take(quantity - now.gone, false);
      expect(now.net).toBe(now.granted);
      expect(now.points).toBe(gross === 0 ? 0 : pointsUsed);
    }),
  );
});
