import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkQuantity, type QuantityRules } from './order-quantity.ts';

const refusal = (requested: number, rules: QuantityRules) => {
  const checked = checkQuantity(requested, rules);
  return checked.ok ? 'accepted' : [checked.error.reason, checked.error.nearest, checked.error.suggest];
};

test('minimum 24, in cartons of 12: 24 or 36', () => {
  const rules = { minimum: 24, carton: 12 };
  expect(refusal(30, rules)).toEqual(['not-a-multiple', [24, 36], 36]);
  expect(refusal(7, rules)).toEqual(['below-minimum', [24], 24]);
  expect(refusal(36, rules)).toBe('accepted');
});

test('a multiple and a carton hold together', () => {
  expect(refusal(12, { multiple: 4, carton: 6 })).toBe('accepted');
  expect(refusal(16, { multiple: 4, carton: 6 })).toEqual(['not-a-multiple', [12, 24], 24]);
});

test('above the maximum the largest valid quantity is suggested', () => {
  expect(refusal(50, { multiple: 12, maximum: 40 })).toEqual(['above-maximum', [36], 36]);
  expect(refusal(40, { multiple: 12, maximum: 40 })).toEqual(['not-a-multiple', [36], 36]);
});

test('what is left of a period binds like a maximum', () => {
  expect(refusal(11, { period: { limit: 20, used: 10 } })).toEqual(['above-period-limit', [10], 10]);
  expect(refusal(10, { period: { limit: 20, used: 10 } })).toBe('accepted');
  expect(refusal(1, { period: { limit: 20, used: 20 } })).toEqual(['nothing-allowed', [], 0]);
});

test('a minimum between two multiples starts at the next one', () => {
  expect(refusal(10, { minimum: 10, multiple: 6 })).toEqual(['not-a-multiple', [12], 12]);
});

test.each([0, -3, 1.5, Number.NaN, 2 ** 53])('%d is no quantity', (requested) => {
  expect(refusal(requested, {})).toMatchObject(['not-whole', expect.anything(), expect.anything()]);
});

test('rules that allow nothing say so', () => {
  expect(refusal(5, { minimum: 10, maximum: 5 })).toEqual(['nothing-allowed', [], 0]);
});

test('every suggestion is itself accepted, and none lies between it and the request', () => {
  const rules = fc.record({
    minimum: fc.nat({ max: 30 }),
    multiple: fc.integer({ min: 1, max: 7 }),
    carton: fc.integer({ min: 1, max: 7 }),
    maximum: fc.nat({ max: 90 }),
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120 }), rules, (requested, rule) => {
      const checked = checkQuantity(requested, rule);
      const valid = Array.from({ length: 121 }, (_, quantity) => quantity).filter(
        (quantity) => checkQuantity(quantity, rule).ok,
      );
      expect(checked.ok).toBe(valid.includes(requested));
      if (checked.ok) return;
      const [below, above] = [
        valid.findLast((quantity) => quantity < requested),
        valid.find((quantity) => quantity > requested),
      ];
      expect(checked.error.nearest).toEqual([below, above].filter((quantity) => quantity !== undefined));
      expect(checked.error.suggest).toBe(above ?? below ?? 0);
    }),
    { numRuns: 10_000 },
  );
});
