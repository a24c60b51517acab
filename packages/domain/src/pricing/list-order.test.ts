import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instant, PriceListId, SkuId } from '../kernel/index.ts';
import { CNY, unitPriceE4 } from '../money/index.ts';
import { priceOf } from './list-order.ts';
import { PRICE_KINDS, type PriceEntry } from './price-entry.ts';
import { selectPrice } from './select-price.ts';

const now = '2026-06-01T00:00:00.000Z' as Instant;
const lists = fc.uniqueArray(
  fc.record({
    listId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    kind: fc.constantFrom(...PRICE_KINDS),
    priority: fc.integer({ min: 0, max: 2 }),
    validFrom: fc.constantFrom('', '2026-01-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'),
  }),
  { selector: (list) => list.listId, maxLength: 5 },
);
const tiers = fc.uniqueArray(fc.record({ minQuantity: fc.integer({ min: 1, max: 20 }), price: fc.nat(9) }), {
  selector: (tier) => tier.minQuantity,
  maxLength: 3,
});

test('the quick choice among prices that hold is the one that selectPrice makes', () => {
  const listed = lists.chain((all) =>
    fc.tuple(...all.map((list) => tiers.map((own) => own.map((tier) => ({ list, ...tier }))))).map((own) => own.flat()),
  );
  fc.assert(
    fc.property(listed, fc.integer({ min: 1, max: 25 }), (prices, quantity) => {
      const entries = prices.map(
        ({ list, minQuantity, price }): PriceEntry => ({
          skuId: 's' as SkuId,
          listId: list.listId as PriceListId,
          kind: list.kind,
          priority: list.priority,
          amountE4: unitPriceE4(price),
          minQuantity,
          ...(list.validFrom ? { validFrom: list.validFrom as Instant } : {}),
        }),
      );
      const slow = selectPrice(entries, {
        now,
        currency: CNY,
        customer: {},
        quantity: { line: quantity, product: quantity, group: quantity },
      });
      const quick = priceOf(
        prices.map(({ list, minQuantity, price }) => ({ list, minQuantity, unitPriceE4: price })),
        quantity,
      );
      expect(quick?.unitPriceE4).toBe(slow.ok ? slow.value.unitPriceE4 : undefined);
      expect(quick?.list.listId).toBe(slow.ok ? slow.value.listId : undefined);
    }),
  );
});
