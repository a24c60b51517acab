import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GRADES } from '../credit/index.ts';
import { minor } from '../money/index.ts';
import { type AutoConfirmFacts, type AutoConfirmRule, autoConfirmEffect, autoConfirmReasons } from './index.ts';

const open: AutoConfirmRule = {
  maxAmount: null,
  minOrders: 0,
  notOverdue: false,
  inStock: false,
  listPrices: false,
  channels: [],
  minGrade: null,
};
const strict: AutoConfirmRule = {
  maxAmount: minor(500_000),
  minOrders: 3,
  notOverdue: true,
  inStock: true,
  listPrices: true,
  channels: ['portal'],
  minGrade: 'BBB',
};
const good: AutoConfirmFacts = {
  total: minor(500_000),
  earlierOrders: 3,
  overdue: minor(0),
  missingUnits: 0,
  agreedLines: 0,
  channel: 'portal',
  grade: 'BBB',
};

test('an order at every limit passes; each step beyond one of them is a reason with what it would take', () => {
  expect(autoConfirmReasons(strict, good)).toEqual([]);
  const bad = {
    total: minor(500_001),
    earlierOrders: 2,
    overdue: minor(1),
    missingUnits: 4,
    agreedLines: 1,
    channel: 'replacement',
    grade: 'BB' as const,
  };
  expect(autoConfirmReasons(strict, bad)).toEqual([
    { kind: 'amount', total: 500_001, most: 500_000 },
    { kind: 'new-customer', orders: 2, least: 3 },
    { kind: 'overdue', amount: 1 },
    { kind: 'not-in-stock', units: 4 },
    { kind: 'agreed-prices', lines: 1 },
    { kind: 'channel', channel: 'replacement' },
    { kind: 'grade', grade: 'BB', least: 'BBB' },
  ]);
  expect(autoConfirmReasons(open, bad)).toEqual([]);
  expect(autoConfirmReasons(strict, { ...good, grade: null })).toEqual([{ kind: 'grade', grade: null, least: 'BBB' }]);
});

const amounts = fc.nat(1_000).map(minor);
const facts = fc.record({
  total: amounts,
  earlierOrders: fc.nat(5),
  overdue: amounts,
  missingUnits: fc.nat(3),
  agreedLines: fc.nat(2),
  channel: fc.constantFrom('portal', 'replacement'),
  grade: fc.constantFrom(null, ...GRADES),
});
const rules = fc.record({
  maxAmount: fc.option(amounts),
  minOrders: fc.nat(5),
  notOverdue: fc.boolean(),
  inStock: fc.boolean(),
  listPrices: fc.boolean(),
  channels: fc.subarray(['portal', 'replacement']),
  minGrade: fc.constantFrom(null, ...GRADES),
});

test('a condition taken away never keeps an order back that passed before', () => {
  fc.assert(
    fc.property(
      rules,
      facts,
      fc.constantFrom(...(Object.keys(open) as (keyof AutoConfirmRule)[])),
      (rule, one, key) => {
        const before = autoConfirmReasons(rule, one).length;
        expect(autoConfirmReasons({ ...rule, [key]: open[key] }, one).length).toBeLessThanOrEqual(before);
      },
    ),
  );
});

test('the orders that pass and those kept back are all of them, and each kept back has a reason', () => {
  fc.assert(
    fc.property(rules, fc.array(facts), (rule, all) => {
      const effect = autoConfirmEffect(rule, all);
      const kept = all.filter((one) => autoConfirmReasons(rule, one).length > 0).length;
      expect(effect.orders).toBe(effect.passed + kept);
      expect(effect.reasons.every(({ orders }) => orders > 0 && orders <= kept)).toBe(true);
      expect(effect.passedAmount).toBeLessThanOrEqual(effect.amount);
    }),
  );
});
