import { minor } from '@tradeline/domain/money';
import { newOrder, type OrderFacts } from '@tradeline/domain/order';
import { expect, test } from 'vitest';
import { progressOf } from './progress-steps.ts';

const facts = (change: Partial<OrderFacts>, line: Partial<OrderFacts['lines'][number]> = {}): OrderFacts => {
  const fresh = newOrder([{ lineId: 'l1', quantity: 10 }], {
    terms: 'on-delivery',
    total: minor(1000),
    granted: minor(0),
    prepay: minor(0),
  });
  return { ...fresh, lines: fresh.lines.map((each) => ({ ...each, ...line })), ...change };
};

test('each stage of an order is one step further', () => {
  const done = (order: OrderFacts) => {
    const progress = progressOf(order);
    return progress.ended ? 'ended' : progress.done;
  };
  expect(done(facts({ approval: 'submitted' }))).toBe(1);
  expect(done(facts({ approval: 'in-review' }))).toBe(1);
  expect(done(facts({ approval: 'confirmed' }))).toBe(2);
  expect(done(facts({ approval: 'picking' }))).toBe(3);
  expect(done(facts({ approval: 'picking' }, { shipped: 10 }))).toBe(4);
  expect(done(facts({ approval: 'closed' }, { shipped: 10, delivered: 10 }))).toBe(5);
  expect(done(facts({ approval: 'cancelled' }, { cancelled: 10 }))).toBe('ended');
});

test('a part shipment does not pass for the whole, and its share is told', () => {
  expect(progressOf(facts({ approval: 'picking' }, { shipped: 4 }))).toMatchObject({
    done: 3,
    shipped: 0.4,
    delivered: 0,
  });
});
