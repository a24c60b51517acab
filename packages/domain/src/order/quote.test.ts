import { expect, test } from 'vitest';
import { id, instant, type PriceListId, type SkuId } from '../kernel/index.ts';
import { unitPriceE4 } from '../money/index.ts';
import { quote } from './quote.ts';
import type { QuoteInput } from './quote-input.ts';

const tea = id<SkuId>('tea-250');
const order: QuoteInput = {
  now: instant('2026-03-06T06:30:00.000Z'),
  lines: [{ id: 'l1', skuId: tea, quantity: 24, quantityRules: { minimum: 12, carton: 12 }, taxRate: '13' }],
  prices: [{ skuId: tea, listId: id<PriceListId>('base'), kind: 'base', amountE4: unitPriceE4(185_000) }],
  tax: { pricesIncludeTax: true },
};

test('the example of the documentation: 24 at ¥18.50 is ¥444.00, of it ¥51.08 tax', () => {
  const priced = quote(order);
  expect(priced).toMatchObject({ ok: true, value: { totals: { payable: 44_400, net: 39_292, tax: 5_108 } } });
});

test('every line that cannot be ordered is listed, with the nearest quantities that can', () => {
  const refused = quote({
    ...order,
    lines: [
      { ...order.lines[0]!, quantity: 30 },
      { id: 'l2', skuId: id<SkuId>('unpriced'), quantity: 1 },
    ],
  });
  expect(refused).toMatchObject({
    ok: false,
    error: {
      kind: 'lines-refused',
      lines: [
        { lineId: 'l1', kind: 'quantity', reason: 'not-a-multiple', nearest: [24, 36], suggest: 36 },
        { lineId: 'l2', kind: 'no-price', considered: [] },
      ],
    },
  });
});
