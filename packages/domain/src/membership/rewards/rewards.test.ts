import { describe, expect, test } from 'vitest';
import { day } from '../../calendar/index.ts';
import type { SkuId } from '../../kernel/index.ts';
import { minor } from '../../money/index.ts';
import {
  DEFAULT_BENEFITS,
  DEFAULT_LEVELS,
  effectiveLevel,
  LEVEL_NAMES,
  NO_BENEFITS,
  type Reward,
  redeemReward,
  shipsFree,
  termDaysWith,
} from './index.ts';

const kettle: Reward = {
  id: 'kettle',
  gives: { kind: 'goods', sku: 'kettle' as SkuId, quantity: 1 },
  cost: 500,
  stock: 3,
  perCustomerLimit: 2,
  levels: ['gold'],
  startsOn: day('2026-06-01'),
  endsOn: day('2026-07-01'),
};
const request = { quantity: 1, today: day('2026-06-30'), balance: 900, level: 'gold', redeemedByCustomer: 0 };
const refusal = (reward: Reward, change: Partial<typeof request>) => {
  const result = redeemReward(reward, { ...request, ...change });
  return result.ok ? undefined : result.error;
};

describe('taking a reward', () => {
  test('says what must be done together', () => {
    expect(redeemReward(kettle, request)).toEqual({
      ok: true,
      value: [
        { kind: 'debit-points', points: 500 },
        { kind: 'reserve-goods', sku: 'kettle', quantity: 1 },
      ],
    });
    const coupon: Reward = { id: 'c', gives: { kind: 'coupon', coupon: 'ten-off' }, cost: 100 };
    expect(redeemReward(coupon, { ...request, quantity: 2 })).toMatchObject({
      value: [{ points: 200 }, { kind: 'issue-coupon', coupon: 'ten-off', count: 2 }],
    });
  });

  test('is refused with the facts', () => {
    expect(refusal(kettle, { balance: 480 })).toEqual({
      kind: 'not-enough-points',
      cost: 500,
      balance: 480,
      missing: 20,
    });
    expect(refusal(kettle, { redeemedByCustomer: 2 })).toEqual({ kind: 'customer-limit', limit: 2, redeemed: 2 });
    expect(refusal(kettle, { quantity: 4 })).toEqual({ kind: 'out-of-stock', asked: 4, left: 3 });
    expect(refusal(kettle, { level: 'silver' })).toEqual({ kind: 'level-required', levels: ['gold'] });
    expect(refusal(kettle, { today: day('2026-07-01') })?.kind).toBe('not-offered');
    expect(refusal(kettle, { today: day('2026-05-31') })?.kind).toBe('not-offered');
  });

  test('stock and limits are looked at before the balance', () => {
    expect(refusal({ ...kettle, stock: 0 }, { balance: 0 })?.kind).toBe('out-of-stock');
    expect(refusal(kettle, { balance: 0, redeemedByCustomer: 2 })?.kind).toBe('customer-limit');
  });

  test('the last one, the last allowed one and the last point can be taken', () => {
    expect(refusal({ ...kettle, stock: 1 }, { balance: 500, redeemedByCustomer: 1 })).toBeUndefined();
  });
});

describe('benefits', () => {
  test('the usual levels ask for more and give no less, one after the other', () => {
    expect(DEFAULT_LEVELS.map(({ level }) => level)).toEqual(LEVEL_NAMES);
    for (const [at, level] of DEFAULT_LEVELS.entries()) {
      const below = DEFAULT_LEVELS[at - 1];
      if (!below) continue;
      const [more, less] = [DEFAULT_BENEFITS[level.level], DEFAULT_BENEFITS[below.level]];
      expect(level.min).toBeGreaterThan(below.min);
      expect(Number(more.pricePercent)).toBeLessThan(Number(less.pricePercent));
      expect(Number(more.pointsMultiplier)).toBeGreaterThan(Number(less.pointsMultiplier));
      expect(more.freeShippingFrom).toBeLessThan(less.freeShippingFrom ?? Number.POSITIVE_INFINITY);
      expect(more.allocationPriority).toBeGreaterThan(less.allocationPriority);
      expect(more.termBonusDays).toBeGreaterThanOrEqual(less.termBonusDays);
    }
  });

  test('a paid level counts while it runs and only when it is the higher one', () => {
    const ladder = ['ordinary', 'silver', 'gold'];
    const paid = { level: 'gold', endsOn: day('2026-07-01') };
    expect(effectiveLevel(ladder, 'silver', paid, day('2026-06-30'))).toBe('gold');
    expect(effectiveLevel(ladder, 'silver', paid, day('2026-07-01'))).toBe('silver');
    expect(effectiveLevel(ladder, 'gold', { ...paid, level: 'silver' }, day('2026-06-30'))).toBe('gold');
  });

  test('shipping is free from the threshold on, never without one', () => {
    expect(shipsFree({ ...NO_BENEFITS, freeShippingFrom: minor(9900) }, minor(9900))).toBe(true);
    expect(shipsFree({ ...NO_BENEFITS, freeShippingFrom: minor(9900) }, minor(9899))).toBe(false);
    expect(shipsFree(NO_BENEFITS, minor(1_000_000))).toBe(false);
  });

  test('days are added to a payment term only with approval and only where a term was granted', () => {
    const benefits = { ...NO_BENEFITS, termBonusDays: 15 };
    expect(termDaysWith(benefits, 30, true)).toBe(45);
    expect(termDaysWith(benefits, 30, false)).toBe(30);
    expect(termDaysWith(benefits, 0, true)).toBe(0);
  });
});
