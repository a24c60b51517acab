import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { minor } from '../money/index.ts';
import { quoteInputs } from '../testing/index.ts';
import { quote } from './quote.ts';
import { refundUnits } from './refund.ts';
import { type ReturnPolicy, refundReturn } from './refund-return.ts';
import type { Returned } from './refund-shares.ts';

vi.setConfig({ testTimeout: 120_000 });

test('any sequence of partial returns sums to what the line paid, and no refund is negative', () => {
  const sequences = fc.record({
    paid: fc.nat({ max: 1_000_000_000 }),
    parts: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 }),
  });
  fc.assert(
    fc.property(sequences, ({ paid, parts }) => {
      const quantity = parts.reduce((a, b) => a + b, 0);
      let [returned, refunded] = [0, 0];
      for (const units of parts) {
        const refund = refundUnits({ quantity, paid: minor(paid) }, returned, units);
        expect(refund >= 0).toBe(true);
        returned += units;
        refunded += refund;
        expect(refunded <= paid).toBe(true);
      }
      expect(refunded).toBe(paid);
    }),
    { numRuns: 10_000 },
  );
});

const policies = fc.constantFrom<ReturnPolicy[]>('keep-share', 'reprice-promotions', 'reprice-all');
const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 });

test('under every policy all returns of an order together bring back exactly what its goods cost', () => {
  fc.assert(
    fc.property(quoteInputs, sizes, policies, (input, parts, policy) => {
      const placed = quote(input);
      if (!placed.ok) throw new Error('always priceable');
      const paid = placed.value.totals.payable - placed.value.shipping.tax.total;
      const units: Returned[] = [];
      let refunded = 0;
      for (const line of placed.value.lines) {
        for (let left = line.quantity; left > 0; left -= units.at(-1)!.units) {
          const returning = { lineId: line.id, units: Math.min(left, parts[units.length % parts.length]!) };
          const earlier = { units: [...units], refunded: minor(refunded) };
          const refund = refundReturn({ input, placed: placed.value, earlier, returning: [returning], policy });
          if (!refund.ok) throw new Error(JSON.stringify(refund.error));
          units.push(returning);
          refunded += refund.value.amount;
          expect(refund.value.amount >= 0 && refunded <= paid).toBe(true);
        }
      }
      expect(refunded).toBe(paid);
    }),
    { numRuns: 10_000 },
  );
});
