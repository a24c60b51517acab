import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMillis, instant } from '../kernel/index.ts';
import { minor } from '../money/index.ts';
import {
  approvalStates,
  type Collection,
  chargeStatus,
  collectionsStatus,
  displayStatuses,
  goodsStatus,
  parcelsStatus,
  paymentStatusOf,
  statusOf,
} from './index.ts';

const none = { shippable: 10, picked: 0, shipped: 0, scanned: 0, delivered: 0, refunded: 0, returning: 0 };

describe('what an order shows, the first rule that holds', () => {
  test.each([
    ['cancelled', 'cancelled', { refunded: 10 }],
    ['rejected', 'rejected', {}],
    ['picking', 'refunded', { shipped: 10, delivered: 10, refunded: 10, returning: 1 }],
    ['picking', 'returning', { shipped: 10, delivered: 10, refunded: 4, returning: 1 }],
    ['picking', 'delivered', { shipped: 10, scanned: 10, delivered: 10, refunded: 4 }],
    ['picking', 'in-transit', { shipped: 10, scanned: 1 }],
    ['picking', 'shipped', { shipped: 10 }],
    ['picking', 'partially-shipped', { shipped: 9, scanned: 9, delivered: 9 }],
    ['picking', 'delivered', { shippable: 9, shipped: 9, scanned: 9, delivered: 9 }],
    ['confirmed', 'picking', { picked: 1 }],
    ['picking', 'picking', {}],
    ['confirmed', 'confirmed', {}],
    ['closed', 'refunded', { shipped: 10, delivered: 10, refunded: 10 }],
    ['closed', 'delivered', { shipped: 10, delivered: 10 }],
    ['in-review', 'in-review', {}],
    ['awaiting-payment', 'awaiting-payment', {}],
    ['submitted', 'submitted', {}],
    ['draft', 'draft', {}],
  ] as const)('%s shows %s with %o', (approval, shown, units) => {
    expect(statusOf(approval, { ...none, ...units })).toBe(shown);
  });
  test('something is always shown', () => {
    const units = fc.nat({ max: 5 });
    fc.assert(
      fc.property(
        fc.constantFrom(...approvalStates),
        fc.record({
          shippable: units,
          picked: units,
          shipped: units,
          scanned: units,
          delivered: units,
          refunded: units,
          returning: units,
        }),
        (approval, of) => {
          expect(displayStatuses).toContain(statusOf(approval, of));
        },
      ),
    );
  });
});

describe('what is paid', () => {
  const now = instant('2026-03-01T00:00:00.000Z');
  const status = (due: number, charged: number, terms: 'terms' | 'prepaid' = 'prepaid', late?: number) =>
    paymentStatusOf(
      {
        due: minor(due),
        charged: minor(charged),
        terms,
        dueAt: late === undefined ? undefined : addMillis(now, -late),
      },
      now,
    );
  test('from money alone', () => {
    expect([status(100, 100), status(100, 0), status(100, 40), status(100, 101), status(0, 0)]).toEqual([
      'paid',
      'unpaid',
      'partially-paid',
      'overpaid',
      'paid',
    ]);
  });
  test('on terms until the due date, overdue from it on, part paid or not', () => {
    expect([
      status(100, 0, 'terms'),
      status(100, 0, 'terms', -1),
      status(100, 0, 'terms', 0),
      status(100, 40, 'terms', 1),
      status(100, 40, 'terms', -1),
      status(100, 100, 'terms', 1),
    ]).toEqual(['on-terms', 'on-terms', 'overdue', 'overdue', 'partially-paid', 'paid']);
  });
  test('charged against what the order costs after grants', () => {
    const charge = (total: number, grantedRefund: number, charged: number) =>
      chargeStatus({ total: minor(total), grantedRefund: minor(grantedRefund), charged: minor(charged) });
    expect([
      charge(100, 0, 0),
      charge(100, 25, 75),
      charge(100, 25, 74),
      charge(100, 25, 76),
      charge(100, 120, 0),
      charge(0, 0, 0),
    ]).toEqual(['none', 'full', 'partial', 'overcharged', 'full', 'full']);
  });
});

describe('goods in one word', () => {
  const goods = (ordered: number, fulfilled: number, returned = 0, awaitingApproval = 0) =>
    goodsStatus({ ordered, fulfilled, returned, awaitingApproval });
  test('a return outranks what is still to be sent, approval pending does not count', () => {
    expect([
      goods(10, 0),
      goods(10, 4),
      goods(10, 10),
      goods(10, 10, 3),
      goods(10, 4, 3),
      goods(10, 10, 10),
      goods(10, 4, 0, 4),
      goods(10, 10, 0, 1),
    ]).toEqual([
      'unfulfilled',
      'partially-fulfilled',
      'fulfilled',
      'partially-returned',
      'partially-returned',
      'returned',
      'unfulfilled',
      'partially-fulfilled',
    ]);
  });
});

// The cases of medusajs/medusa, aggregate-status.spec.ts.
describe('several parcels and several payments in one word', () => {
  test('parcels', () => {
    expect(parcelsStatus([])).toBe('not-fulfilled');
    expect(parcelsStatus(['open'])).toBe('not-fulfilled');
    expect(parcelsStatus(['open', 'packed'])).toBe('partially-fulfilled');
    expect(parcelsStatus(['packed', 'packed'])).toBe('fulfilled');
    expect(parcelsStatus(['packed', 'packed'], true)).toBe('partially-fulfilled');
    expect(parcelsStatus(['shipped', 'packed'])).toBe('partially-shipped');
    expect(parcelsStatus(['shipped', 'shipped'])).toBe('shipped');
    expect(parcelsStatus(['shipped', 'delivered'])).toBe('partially-delivered');
    expect(parcelsStatus(['delivered', 'cancelled'])).toBe('delivered');
    expect(parcelsStatus(['packed', 'shipped', 'cancelled'])).toBe('partially-shipped');
    expect(parcelsStatus(['cancelled', 'cancelled'])).toBe('cancelled');
  });
  test('payments', () => {
    const of = (state: Collection['state'], more: Partial<Collection> = {}): Collection => ({ state, ...more });
    const captured = (part: number, amount: number) => of('authorized', { captured: part, amount });
    const refunded = (part: number, amount: number) => of('authorized', { refunded: part, amount });
    expect(collectionsStatus([])).toBe('not-paid');
    expect(collectionsStatus([of('not-paid'), of('awaiting')])).toBe('awaiting');
    expect(
      collectionsStatus([of('requires-action'), of('refunded'), of('captured'), of('cancelled'), of('authorized')]),
    ).toBe('requires-action');
    expect(collectionsStatus([of('awaiting'), of('cancelled'), of('awaiting')])).toBe('awaiting');
    expect(collectionsStatus([of('authorized'), of('authorized'), of('cancelled')])).toBe('authorized');
    expect(collectionsStatus([of('awaiting'), of('authorized'), of('cancelled')])).toBe('partially-authorized');
    expect(collectionsStatus([refunded(10, 10), refunded(5, 10), of('cancelled')])).toBe('partially-refunded');
    expect(collectionsStatus([refunded(10, 10), refunded(7, 7), of('cancelled')])).toBe('refunded');
    expect(collectionsStatus([captured(10, 10), refunded(10, 10), of('authorized'), of('cancelled')])).toBe(
      'partially-refunded',
    );
    expect(collectionsStatus([captured(10, 10), captured(12, 12), of('cancelled')])).toBe('captured');
    expect(collectionsStatus([captured(10, 10), captured(5, 10)])).toBe('partially-captured');
    expect(collectionsStatus([captured(10, 10), captured(10, 10), of('authorized')])).toBe('partially-captured');
    expect(collectionsStatus([of('cancelled'), of('cancelled')])).toBe('cancelled');
  });
});
