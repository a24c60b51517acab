import { describe, expect, test } from 'vitest';
import { instant } from '../kernel/index.ts';
import { minor } from '../money/index.ts';
import {
  type ApprovalState,
  approvalStates,
  can,
  compensations,
  guardMeanings,
  homeOf,
  machines,
  mermaidOf,
  newOrder,
  type OrderAction,
  type OrderCommand,
  type OrderFacts,
  orderActions,
  orderRoles,
  paymentStates,
  type Rule,
  returnStates,
  shipmentStates,
  step,
  tableOf,
} from './index.ts';

const base = newOrder([{ lineId: 'a', quantity: 2 }], {
  terms: 'terms',
  total: minor(2),
  granted: minor(0),
  prepay: minor(0),
});
const parts = { lines: [{ lineId: 'a', quantity: 1 }] };
const inState = (machine: keyof typeof machines, state: string): OrderFacts => {
  if (machine === 'approval') return { ...base, approval: state as ApprovalState };
  const order = { ...base, approval: 'picking' as const };
  if (machine === 'fulfilment')
    return { ...order, shipments: [{ id: 'x', state: state as (typeof shipmentStates)[number], ...parts }] };
  if (machine === 'return')
    return { ...order, returns: [{ id: 'x', state: state as (typeof returnStates)[number], ...parts }] };
  const payment = {
    id: 'x',
    state: state as (typeof paymentStates)[number],
    amount: minor(2),
    captured: minor(0),
    refunded: minor(0),
  };
  return { ...order, payments: [payment] };
};
const states = {
  approval: approvalStates,
  fulfilment: shipmentStates,
  return: returnStates,
  payment: paymentStates,
} as const;
const cases = orderActions.flatMap((action) => {
  const { machine } = homeOf(action);
  return states[machine].map((state) => ({
    action,
    machine,
    state,
    rule: (machines[machine] as Record<string, Record<string, Rule<string>>>)[state]?.[action],
  }));
});

const bare = (action: OrderAction): OrderCommand =>
  ({ action, shipmentId: 'x', returnId: 'x', paymentId: 'x' }) as unknown as OrderCommand;

describe('the tables and the step agree, action by action and state by state', () => {
  test('an action that a state does not list is refused there with the states it may start from', () => {
    for (const { action, machine, state, rule } of cases) {
      if (rule) continue;
      const asked = step(inState(machine, state), bare(action), {
        roles: orderRoles,
        actorId: 'x',
        at: instant('2026-01-01T00:00:00.000Z'),
      });
      expect(asked).toEqual({ ok: false, error: { kind: 'wrong-status', status: state, from: homeOf(action).from } });
    }
  });
  test('a role that a rule does not list is refused with those that are', () => {
    for (const { action, machine, state, rule } of cases) {
      if (!rule) continue;
      for (const role of orderRoles) {
        const asked = can(inState(machine, state), action, role, 'x');
        const refusedByRole = !asked.ok && asked.error.kind === 'role-not-allowed';
        expect(refusedByRole, `${role} ${action} from ${state}`).toBe(!rule.by.includes(role));
      }
    }
  });
  test('an action on a shipment, return or payment that does not exist is refused by name', () => {
    expect(can(base, 'deliver', 'carrier', 'nobody')).toEqual({
      ok: false,
      error: { kind: 'no-such-part', id: 'nobody' },
    });
    expect(can(base, 'approve-return', 'reviewer')).toEqual({
      ok: false,
      error: { kind: 'no-such-part', id: undefined },
    });
  });
});

describe('who may do what', () => {
  const by = (...actions: readonly OrderAction[]) =>
    Object.fromEntries(
      actions.map((action) => [
        action,
        [...new Set(cases.flatMap((one) => (one.action === action ? (one.rule?.by ?? []) : [])))].sort(),
      ]),
    );
  const buyerSide = ['customer', 'sales'];
  const review = ['administrator', 'reviewer'];
  test('buyers and their salespeople place and change orders; reviewers decide', () => {
    expect(by('submit', 'edit')).toEqual({ submit: buyerSide, edit: ['administrator', ...buyerSide] });
    expect(by('approve', 'reject', 'change')).toEqual({ approve: review, reject: review, change: review });
    expect(by('start-review', 'auto-confirm')).toEqual({
      'start-review': [...review, 'system'],
      'auto-confirm': [...review, 'system'],
    });
    expect(by('cancel', 'request-return')).toEqual({
      cancel: ['administrator', 'customer', 'reviewer', 'sales'],
      'request-return': ['administrator', 'customer', 'reviewer', 'sales'],
    });
    expect(by('close-rest', 'close')).toEqual({
      'close-rest': ['administrator', 'reviewer', 'sales'],
      close: ['administrator', 'system'],
    });
  });
  test('the warehouse moves goods, nobody else does', () => {
    const goods = by('ship', 'pick', 'short-pick', 'receive-return', 'inspect-return');
    expect(Object.values(goods)).toEqual(Object.values(goods).map(() => ['warehouse']));
    expect(by('reserve', 'start-picking', 'allocate')).toEqual({
      reserve: ['system', 'warehouse'],
      'start-picking': ['system', 'warehouse'],
      allocate: ['system', 'warehouse'],
    });
  });
  test('an action belongs to the same people wherever it starts, but for cancelling while goods are being picked', () => {
    const varied = orderActions.filter(
      (action) =>
        new Set(cases.flatMap((one) => (one.action === action && one.rule ? [one.rule.by.join()] : []))).size > 1,
    );
    expect(varied).toEqual(['cancel']);
    expect(machines.approval.picking.cancel.by).toEqual(['reviewer', 'administrator']);
  });
  test('a return is asked for by the buyer, decided by reviewers and withdrawn by either', () => {
    const both = ['administrator', 'customer', 'reviewer', 'sales'];
    expect(by('approve-return', 'reject-return', 'replace-return', 'cancel-return', 'send-back')).toEqual({
      'approve-return': review,
      'reject-return': review,
      'replace-return': review,
      'cancel-return': both,
      'send-back': [...buyerSide, 'warehouse'],
    });
  });
  test('carriers report, the receiver signs; only staff give a parcel up', () => {
    expect(by('scan', 'deliver', 'lose')).toEqual({
      scan: ['carrier', 'system', 'warehouse'],
      deliver: ['carrier', 'customer', 'system', 'warehouse'],
      lose: review,
    });
  });
  test('money is taken by notice or by staff, never by the buyer’s word', () => {
    const staff = [...review, 'system'];
    expect(by('capture-payment', 'refund-payment', 'void-payment', 'refund-return')).toEqual({
      'capture-payment': staff,
      'refund-payment': staff,
      'void-payment': staff,
      'refund-return': staff,
    });
    expect(
      by('confirm-payment', 'expire', 'await-payment', 'lose-answer', 'fail-payment', 'authorize-payment'),
    ).toEqual({
      'confirm-payment': ['system'],
      expire: ['system'],
      'await-payment': ['system'],
      'lose-answer': ['system'],
      'fail-payment': ['system'],
      'authorize-payment': ['system'],
    });
  });
  test('whatever a person decides is guarded by the version they saw; notices of carriers and payment services are not', () => {
    const unguarded = cases.filter(({ rule }) => rule && rule.guards?.[0] !== 'version').map(({ action }) => action);
    expect([...new Set(unguarded)].sort()).toEqual([
      'authorize-payment',
      'capture-payment',
      'fail-payment',
      'lose-answer',
      'refund-payment',
      'scan',
      'void-payment',
    ]);
  });
});

describe('the tables as data', () => {
  const rules = Object.values(machines).flatMap((table) =>
    Object.values(table as Record<string, Record<string, Rule<string>>>).flatMap((byAction) => Object.values(byAction)),
  );
  test('the states that are listed are the states of the tables', () => {
    for (const [machine, listed] of Object.entries(states))
      expect(Object.keys(machines[machine as keyof typeof machines]).sort()).toEqual([...listed].sort());
  });
  test('every guard that is explained is asked somewhere', () => {
    const asked = new Set(rules.flatMap((rule) => rule.guards ?? []));
    expect(Object.keys(guardMeanings).filter((guard) => !asked.has(guard as keyof typeof guardMeanings))).toEqual([]);
  });
  test('every effect happens somewhere, or is what undoes one that does', () => {
    const caused = new Set<string>(rules.flatMap((rule) => rule.effects ?? []));
    const undoing = new Set<string>(Object.values(compensations));
    expect(Object.keys(compensations).filter((effect) => !caused.has(effect) && !undoing.has(effect))).toEqual([]);
  });
  test('what takes stock, credit, coupons or points can be undone', () => {
    for (const effect of [
      'reserve-stock',
      'allocate-stock',
      'deduct-stock',
      'reserve-credit',
      'lock-coupons',
      'lock-points',
      'debit-points',
    ] as const)
      expect(compensations[effect]).not.toBe('none');
  });
  test('whoever refuses, withdraws goods or gives up says why', () => {
    const commented = cases.filter(({ rule }) => rule?.comment).map(({ action }) => action);
    expect([...new Set(commented)].sort()).toEqual([
      'change',
      'close-rest',
      'lose',
      'reject',
      'reject-return',
      'short-pick',
    ]);
  });
  test('the diagram has every state, the table every rule', () => {
    for (const table of Object.values(machines)) {
      for (const state of Object.keys(table)) expect(mermaidOf(table)).toContain(`state "${state}"`);
      const count = Object.values(table as Record<string, object>).reduce(
        (sum, byAction) => sum + Object.keys(byAction).length,
        0,
      );
      expect(tableOf(table).split('\n')).toHaveLength(count + 2);
    }
  });
});
