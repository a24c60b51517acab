import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { stockDisplays } from '../catalog/index.ts';
import type { Day } from '../kernel/index.ts';
import { type ShownStock, seemsToCover, showStock } from './index.ts';

const soon = '2026-06-03' as Day;
const facts = fc.record(
  {
    available: fc.integer({ min: -50, max: 5000 }),
    least: fc.integer({ min: 1, max: 500 }),
    expectedOn: fc.constant(soon),
  },
  { requiredKeys: ['available', 'least'] },
);

test('the number, the level, yes and no', () => {
  const few = { available: 24, least: 12, expectedOn: soon };
  expect(showStock(few, 'exact')).toEqual({ state: 'low', available: 24, expectedOn: soon });
  expect(showStock(few, 'level')).toEqual({ state: 'low', expectedOn: soon });
  expect(showStock(few, 'yes-no')).toEqual({ state: 'in' });
  expect(showStock({ available: 11, least: 12 }, 'exact')).toEqual({ state: 'out', available: 11 });
  expect(showStock({ available: 11, least: 12, expectedOn: soon }, 'yes-no')).toEqual({
    state: 'expected',
    expectedOn: soon,
  });
  expect(showStock({ available: 36, least: 12 }, 'level')).toEqual({ state: 'in' });
});

test('only the exact policy lets the number out, and never below zero', () => {
  fc.assert(
    fc.property(facts, fc.constantFrom(...stockDisplays), (known, display) => {
      const { available } = showStock(known, display);
      expect(available).toBe(display === 'exact' ? Math.max(0, known.available) : undefined);
    }),
  );
});

test('two stocks on one side of the least quantity are told alike under yes and no', () => {
  fc.assert(
    fc.property(facts, fc.nat(5000), (known, more) => {
      const other =
        known.available >= known.least ? known.least + more : Math.min(known.available, known.least - 1 - more);
      expect(showStock({ ...known, available: other }, 'yes-no')).toEqual(showStock(known, 'yes-no'));
    }),
  );
});

test('what is told never denies goods that are there', () => {
  fc.assert(
    fc.property(facts, fc.constantFrom(...stockDisplays), (known, display) => {
      const shown: ShownStock = showStock(known, display);
      if (known.available >= known.least) expect(seemsToCover(shown, known.available)).toBe(true);
      else expect(seemsToCover(shown, known.least)).toBe(false);
    }),
  );
});
