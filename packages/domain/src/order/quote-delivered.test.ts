import { describe, expect, test } from 'vitest';
import { id, instant, type PriceListId, type SkuId } from '../kernel/index.ts';
import { minor, unitPriceE4 } from '../money/index.ts';
import { type Delivery, quoteDelivered } from './quote-delivered.ts';
import type { QuoteInput } from './quote-input.ts';

const tea = id<SkuId>('tea');
const input = (quantity: number): QuoteInput => ({
  now: instant('2026-03-06T06:30:00.000Z'),
  lines: [{ id: 'l1', skuId: tea, quantity, taxRate: '13' }],
  prices: [{ skuId: tea, listId: id<PriceListId>('base'), kind: 'base', amountE4: unitPriceE4(100_000) }],
  tax: { pricesIncludeTax: true },
});
const delivery: Delivery = {
  rule: {
    zones: [
      {
        id: 'all',
        tariff: { kind: 'by-weight', firstGrams: 1_000, first: minor(900), stepGrams: 1_000, step: minor(200) },
        freeFrom: minor(50_000),
      },
    ],
    closed: ['西藏自治区'],
  },
  taxRate: '9',
  place: { province: '浙江省' },
  grams: { tea: 250 },
  cartons: { tea: 12 },
};

describe('an order with its delivery', () => {
  test('costs the goods and the freight by what they weigh, taxed at the rate of transport', () => {
    const quoted = quoteDelivered(input(12), delivery);
    expect(quoted).toMatchObject({
      value: {
        freight: { amount: 1_300, freeIn: 38_000 },
        priced: { totals: { goods: 12_000, shipping: 1_300, payable: 13_300 }, shipping: { taxRate: '9' } },
      },
    });
  });

  test('is free from its worth on, and points used do not make it dearer again', () => {
    const points = { points: 10_000, worth: '1' };
    const quoted = quoteDelivered({ ...input(50), points }, delivery);
    expect(quoted).toMatchObject({
      value: { freight: { amount: 0, waived: 3_300 }, priced: { totals: { goods: 40_000, payable: 40_000 } } },
    });
  });

  test('to a place that is not served is priced without freight and says so', () => {
    const quoted = quoteDelivered(input(1), { ...delivery, place: { province: '西藏自治区' } });
    expect(quoted).toMatchObject({
      value: { notDelivered: { kind: 'place-not-served' }, priced: { totals: { payable: 1_000 } } },
    });
  });
});
