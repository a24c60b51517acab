import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { id, type PromotionId, type SkuId } from '../kernel/index.ts';
import { unitPriceE4 } from '../money/index.ts';
import { cartNews, type SeenLine } from './index.ts';

const line = (skuId: string, more: Partial<SeenLine> = {}): SeenLine => ({
  skuId: id<SkuId>(skuId),
  quantity: 1,
  unitPriceE4: unitPriceE4(10_000),
  covered: true,
  gone: false,
  ...more,
});
const promotion = id<PromotionId>('p');

test('prices, stock, goods that went or came back, and promotions that ended are told', () => {
  const seen = {
    lines: [line('dear'), line('short'), line('gone'), line('back', { gone: true }), line('same'), line('taken-out')],
    promotions: [promotion],
  };
  const now = [
    line('dear', { unitPriceE4: unitPriceE4(12_000) }),
    line('short', { covered: false }),
    line('gone', { gone: true, covered: false, unitPriceE4: undefined }),
    line('back'),
    line('same'),
    line('put-in', { covered: false }),
  ];
  expect(cartNews(seen, now, [])).toEqual([
    { kind: 'price', skuId: 'dear', before: 10_000, after: 12_000 },
    { kind: 'short', skuId: 'short' },
    { kind: 'gone', skuId: 'gone' },
    { kind: 'back', skuId: 'back' },
    { kind: 'promotion-over', promotionId: 'p' },
  ]);
  expect(cartNews(seen, now, [promotion])).toHaveLength(4);
});

test('what is as it was seen is no news', () => {
  const lines = fc.uniqueArray(
    fc.record({
      skuId: fc.uuid().map((skuId) => id<SkuId>(skuId)),
      quantity: fc.integer({ min: 1, max: 99 }),
      unitPriceE4: fc.option(fc.nat(1_000_000).map(unitPriceE4), { nil: undefined }),
      covered: fc.boolean(),
      gone: fc.boolean(),
    }),
    { selector: ({ skuId }) => skuId },
  );
  fc.assert(
    fc.property(lines, (all) => {
      expect(cartNews({ lines: all, promotions: [] }, all, [])).toEqual([]);
    }),
  );
});
