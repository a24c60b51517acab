import { minor } from '@tradeline/domain/money';
import type { FreightRule } from '@tradeline/domain/order';
import { expect, test } from 'vitest';
import { emptyZone, readRule, ruleForm } from './delivery-form.ts';

const rule: FreightRule = {
  zones: [
    {
      id: 'a',
      places: ['浙江省', '上海市/上海市'],
      tariff: { kind: 'fixed', amount: minor(3_000) },
      freeFrom: minor(100_000),
    },
    {
      id: 'b',
      tariff: { kind: 'by-weight', firstGrams: 3_000, first: minor(1_850), stepGrams: 500, step: minor(200) },
    },
    { id: 'c', places: ['海南'], tariff: { kind: 'by-piece', first: minor(4_000), next: minor(800) } },
  ],
  closed: ['西藏自治区'],
  minimum: minor(50_000),
  maxGrams: 200_000,
};

test('a rule that is opened and saved untouched is the same rule', () => {
  expect(readRule(ruleForm(rule))).toEqual({ rule });
});

test('a zone without its price is named', () => {
  expect(readRule({ ...ruleForm(rule), zones: [emptyZone('x')] })).toEqual({ wrong: 1 });
  expect(readRule({ ...ruleForm(rule), maxKilos: 'viel' })).toEqual({ wrong: 0 });
});
