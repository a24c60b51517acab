import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkQuantity, type QuantityRules } from './order-quantity.ts';
import { stepsOf } from './quantity-steps.ts';

const rules: fc.Arbitrary<QuantityRules> = fc
  .record({
    minimum: fc.integer({ min: 1, max: 60 }),
    multiple: fc.integer({ min: 1, max: 12 }),
    room: fc.option(fc.integer({ min: 0, max: 200 })),
  })
  .map(({ minimum, multiple, room }) => ({ minimum, multiple, maximum: room === null ? undefined : minimum + room }));

test('a step always lands on a valid quantity, and skips none', () => {
  fc.assert(
    fc.property(rules, fc.integer({ min: 0, max: 300 }), (each, value) => {
      const valid = (quantity: number) => checkQuantity(quantity, each).ok;
      const { above, below } = stepsOf(each);
      const all = Array.from({ length: 400 }, (_, quantity) => quantity).filter(valid);
      expect(above(value)).toBe(all.find((quantity) => quantity > value));
      expect(below(value)).toBe(all.findLast((quantity) => quantity < value));
    }),
  );
});

test('minimum 24 in cartons of 12: from nothing to 24, then 36, and back to 24 but not below', () => {
  const { above, below } = stepsOf({ minimum: 24, carton: 12 });
  expect([above(0), above(24), below(36), below(24)]).toEqual([24, 36, 24, undefined]);
});
