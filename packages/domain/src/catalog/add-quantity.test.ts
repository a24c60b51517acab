import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addQuantity, firstAddition } from './add-quantity.ts';
import { checkQuantity } from './order-quantity.ts';

test('the rules bind what is there and what comes together', () => {
  const rules = { minimum: 24, multiple: 12 };
  expect(addQuantity(24, 12, rules)).toEqual({ ok: true, value: { before: 24, after: 36 } });
  expect(addQuantity(0, 12, rules)).toMatchObject({ error: { reason: 'below-minimum', nearest: [24], suggest: 24 } });
});

test('what would do is said as what to add', () => {
  const refused = addQuantity(24, 5, { minimum: 24, multiple: 12 });
  expect(refused).toMatchObject({ error: { reason: 'not-a-multiple', requested: 5, before: 24, nearest: [12] } });
  expect(addQuantity(36, 12, { multiple: 12, maximum: 40 })).toMatchObject({ error: { nearest: [], suggest: 0 } });
  expect(addQuantity(0, 50, { multiple: 12, maximum: 40 })).toMatchObject({ error: { nearest: [36], suggest: 36 } });
});

test.each([0, -3, 1.5, Number.NaN])('%d is nothing to add', (quantity) => {
  expect(addQuantity(12, quantity, { multiple: 12 })).toMatchObject({ error: { reason: 'not-whole', nearest: [12] } });
});

test('every suggestion, added, is accepted; the least addition is the least', () => {
  const rules = fc.record({
    minimum: fc.nat({ max: 30 }),
    multiple: fc.integer({ min: 1, max: 7 }),
    maximum: fc.nat({ max: 90 }),
  });
  fc.assert(
    fc.property(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 60 }), rules, (before, more, rule) => {
      const added = addQuantity(before, more, rule);
      expect(added.ok).toBe(checkQuantity(before + more, rule).ok);
      if (!added.ok) for (const other of added.error.nearest) expect(addQuantity(before, other, rule).ok).toBe(true);
      const first = firstAddition(before, rule);
      const least = Array.from({ length: 120 }, (_, at) => at + 1).find((each) => addQuantity(before, each, rule).ok);
      expect(first).toBe(least ?? 0);
    }),
    { numRuns: 500 },
  );
});
