import { describe, expect, test } from 'vitest';
import { displayStatuses } from '../display-status.ts';
import type { Rule } from '../machine.ts';
import { type MachineName, type Machines, machines, orderActions } from '../machines.ts';
import { walk } from './walk.ts';

declare const console: { log(text: string): void };

describe('every reachable combination of the four machines keeps the laws', () => {
  test('up to 3 units, two shipments, two returns', { timeout: 120_000 }, () => {
    const seen = walk(machines, { units: 3, shipments: 2, returns: 2, payments: 1 });
    console.log(`order model: ${seen.states} states walked in ${seen.steps} steps`);
    expect(seen.faults).toEqual([]);
    expect([...seen.displayed].sort()).toEqual([...displayStatuses].sort());
    expect([...seen.taken].sort()).toEqual([...orderActions].sort());
    expect(seen.states).toBeGreaterThan(100_000);
  });

  test('with two payments, partial ones among them', { timeout: 60_000 }, () => {
    expect(walk(machines, { units: 2, shipments: 1, returns: 1, payments: 2 }).faults).toEqual([]);
  });
});

/** The tables with one rule changed, or taken out. */
const planted = (
  machine: MachineName,
  state: string,
  action: string,
  change: (rule: Rule<string>) => Partial<Rule<string>> | undefined,
): Machines => {
  const table: Machines[MachineName] = machines[machine];
  const rules = { ...table[state] };
  const rule = rules[action]!;
  const changed = change(rule);
  if (changed) rules[action] = { ...rule, ...changed };
  else delete rules[action];
  return { ...machines, [machine]: { ...table, [state]: rules } };
};
const without = (guard: string) => (rule: Rule<string>) => ({
  guards: (rule.guards ?? []).filter((name) => name !== guard),
});
const twice = (effect: string) => (rule: Rule<string>) => ({
  effects: (rule.effects ?? []).flatMap((kind) => (kind === effect ? [kind, kind] : [kind])),
});
const silent = (effect: string) => (rule: Rule<string>) => ({
  effects: (rule.effects ?? []).filter((kind) => kind !== effect),
});

describe('a planted fault is found, with the shortest path to it', () => {
  const bounds = { units: 2, shipments: 1, returns: 1, payments: 1 };
  test.each([
    [
      'shipping without a look at what was allocated',
      planted('approval', 'picking', 'ship', without('allocated-lines')),
      'no count is negative',
    ],
    [
      'allocating more than was reserved',
      planted('approval', 'confirmed', 'start-picking', without('reserved-lines')),
      'no count is negative',
    ],
    [
      'picking more than was allocated',
      planted('approval', 'picking', 'pick', without('pickable-lines')),
      'picked units are allocated units',
    ],
    [
      'a reservation released twice',
      planted('approval', 'submitted', 'cancel', twice('release-stock')),
      'reservations match their effects',
    ],
    [
      'a reservation never released',
      planted('approval', 'in-review', 'reject', silent('release-stock')),
      'reservations match their effects',
    ],
    [
      'credit kept after a cancellation',
      planted('approval', 'confirmed', 'cancel', silent('release-credit')),
      'credit held matches its effects',
    ],
    [
      'a coupon use kept after a rejection',
      planted('approval', 'in-review', 'reject', silent('return-coupon-use')),
      'coupon uses match their effects',
    ],
    [
      'points given back twice',
      planted('approval', 'awaiting-payment', 'expire', twice('release-points')),
      'points held match their effects',
    ],
    [
      'goods that leave without being deducted',
      planted('approval', 'picking', 'ship', silent('deduct-stock')),
      'allocations match their effects',
    ],
    [
      'a refund of money that was not overpaid',
      planted('payment', 'captured', 'refund-payment', without('refund-covered')),
      'never refunded more than paid',
    ],
    [
      'a capture above the amount asked for',
      planted('payment', 'started', 'capture-payment', without('captured-amount')),
      'no payment gives back more than it took',
    ],
    [
      'more credit granted than the order costs',
      planted('return', 'inspected', 'refund-return', without('refundable-amount')),
      'never granted more than the order costs',
    ],
    [
      'more units back than were announced',
      planted('return', 'sent-back', 'receive-return', without('received-lines')),
      'never returned more than delivered',
    ],
    [
      'units returned that were never delivered',
      planted('approval', 'picking', 'request-return', without('returnable-lines')),
      'never returned more than delivered',
    ],
    [
      'confirming before the prepayment is in',
      planted('approval', 'submitted', 'auto-confirm', without('prepaid')),
      'goods wait for the prepayment',
    ],
    [
      'closing while goods are still owed',
      planted('approval', 'picking', 'close', without('all-delivered')),
      'every reservation ends with the order',
    ],
    [
      'an order that cannot be closed',
      planted('approval', 'picking', 'close', () => undefined),
      'no dead end but the terminal states',
    ],
    [
      'a return that is never looked at',
      planted('return', 'received', 'inspect-return', () => undefined),
      'no dead end but the terminal states',
    ],
  ])('%s', (_, tables, law) => {
    const { faults } = walk(tables, bounds);
    expect(faults.map((fault) => fault.law)).toEqual([law]);
    expect(faults[0]!.path.length).toBeGreaterThan(0);
  });
});
