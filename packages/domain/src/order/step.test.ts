import { describe, expect, test } from 'vitest';
import { instant } from '../kernel/index.ts';
import { minor } from '../money/index.ts';
import {
  can,
  displayStatus,
  newOrder,
  type OrderCommand,
  type OrderFacts,
  type OrderRole,
  paymentStatus,
  refundStatus,
  step,
} from './index.ts';

const at = instant('2026-03-01T02:00:00.000Z');
const passed = { lines: true, price: true, credit: true, stock: true, address: true };
const sure = { 'credit-auto': true, stock: true, price: true, 'known-customer': true };
const draft = newOrder(
  [{ lineId: 'a', quantity: 10 }],
  { terms: 'terms', total: minor(10_000), granted: minor(0), prepay: minor(0) },
  {
    credit: minor(10_000),
    coupons: 1,
    points: 200,
  },
);

const decide = (facts: OrderFacts, role: OrderRole, command: OrderCommand, actorId: string = role) =>
  step(facts, command, { roles: [role], actorId, at });
const play = (facts: OrderFacts, ...moves: readonly (readonly [OrderRole, OrderCommand])[]): OrderFacts =>
  moves.reduce((now, [role, command]) => {
    const next = decide(now, role, command);
    if (!next.ok) throw new Error(`${command.action}: ${JSON.stringify(next.error)}`);
    return next.value.facts;
  }, facts);

const submit = ['customer', { action: 'submit', checks: passed }] as const;
const confirm = ['system', { action: 'auto-confirm', checks: sure }] as const;
const ship = (shipmentId: string, quantity: number) =>
  ['warehouse', { action: 'ship', shipmentId, lines: [{ lineId: 'a', quantity }], checks: { credit: true } }] as const;
const picking = play(draft, submit, confirm, ['warehouse', { action: 'start-picking' }]);

describe('an order from submission to receipt', () => {
  test('shows the names of the trade on its way', () => {
    const seen = [draft];
    const go = (...move: readonly [OrderRole, OrderCommand]) => seen.push(play(seen.at(-1)!, move));
    go(...submit);
    go('reviewer', { action: 'start-review' });
    go('reviewer', { action: 'approve', checks: { credit: true } });
    go('warehouse', { action: 'start-picking' });
    go(...ship('s1', 4));
    go(...ship('s2', 6));
    go('carrier', { action: 'scan', shipmentId: 's1' });
    go('carrier', { action: 'deliver', shipmentId: 's1' });
    go('customer', { action: 'deliver', shipmentId: 's2' });
    expect(seen.map(displayStatus)).toEqual([
      'draft',
      'submitted',
      'in-review',
      'confirmed',
      'picking',
      'partially-shipped',
      'shipped',
      'in-transit',
      'in-transit',
      'delivered',
    ]);
  });

  test('submitting takes stock, credit, coupons and points, in that order', () => {
    const submitted = decide(draft, 'customer', submit[1]);
    expect(submitted.ok && submitted.value.effects).toEqual([
      { kind: 'reserve-stock', lines: [{ lineId: 'a', quantity: 10 }] },
      { kind: 'reserve-credit', amount: 10_000 },
      { kind: 'lock-coupons', uses: 1 },
      { kind: 'lock-points', points: 200 },
      { kind: 'assign-number' },
    ]);
  });

  test('rejecting gives back exactly what submitting took', () => {
    const inReview = play(draft, submit, ['reviewer', { action: 'start-review' }]);
    const rejected = decide(inReview, 'reviewer', { action: 'reject', comment: 'no licence' });
    expect(rejected.ok && rejected.value.effects).toEqual([
      { kind: 'release-stock', lines: [{ lineId: 'a', quantity: 10 }], allocated: [] },
      { kind: 'release-credit', amount: 10_000 },
      { kind: 'return-coupon-use', uses: 1 },
      { kind: 'release-points', points: 200 },
    ]);
  });

  test('an event of the history carries who, when, from, to and the version it made', () => {
    const submitted = decide(draft, 'customer', { ...submit[1], comment: ' urgent ' }, 'b-1');
    expect(submitted.ok && submitted.value.event).toEqual({
      action: 'submit',
      machine: 'approval',
      from: 'draft',
      to: 'submitted',
      actorId: 'b-1',
      roles: ['customer'],
      at,
      comment: 'urgent',
      version: 1,
    });
  });
});

describe('refusals come in the stated order', () => {
  const kindOf = (facts: OrderFacts, role: OrderRole, command: OrderCommand, actorId?: string) => {
    const next = decide(facts, role, command, actorId);
    return next.ok ? 'allowed' : next.error.kind;
  };

  test('an unknown action before everything', () => {
    expect(kindOf(draft, 'carrier', { action: 'teleport' } as unknown as OrderCommand)).toBe('unknown-action');
  });
  test('cancelling after a shipment is refused for every role, before status and role are looked at', () => {
    const shipped = play(picking, ship('s1', 4));
    for (const role of ['customer', 'administrator', 'carrier'] as const)
      expect(kindOf(shipped, role, { action: 'cancel', expectedVersion: 0 })).toBe('already-shipped');
  });
  test('the status before the role, the role before the comment, the comment before the version', () => {
    const inReview = play(draft, submit, ['reviewer', { action: 'start-review' }]);
    expect(kindOf(draft, 'carrier', { action: 'reject', expectedVersion: 9 })).toBe('wrong-status');
    expect(kindOf(inReview, 'carrier', { action: 'reject', expectedVersion: 9 })).toBe('role-not-allowed');
    expect(kindOf(inReview, 'reviewer', { action: 'reject', comment: '  ', expectedVersion: 9 })).toBe(
      'comment-required',
    );
    expect(kindOf(inReview, 'reviewer', { action: 'reject', comment: 'no', expectedVersion: 9 })).toBe(
      'order-moved-on',
    );
  });
  test('a customer cancels until picking begins, a reviewer still then', () => {
    expect(kindOf(play(draft, submit, confirm), 'customer', { action: 'cancel' })).toBe('allowed');
    expect(kindOf(picking, 'customer', { action: 'cancel' })).toBe('role-not-allowed');
    expect(kindOf(picking, 'reviewer', { action: 'cancel' })).toBe('allowed');
  });
  test('an order is not approved by the person who placed it, nor above the approver’s limit', () => {
    const inReview = play(draft, submit, ['reviewer', { action: 'start-review' }]);
    const approve = { action: 'approve', checks: { credit: true } } as const;
    expect(kindOf(inReview, 'reviewer', approve, 'customer')).toBe('own-order');
    const limited = step(inReview, approve, { roles: ['reviewer'], actorId: 'r', at, approvalLimit: minor(9999) });
    expect(limited).toEqual({ ok: false, error: { kind: 'over-approval-limit', limit: 9999, total: 10_000 } });
  });
  test('no more than allocated leaves the house', () => {
    expect(decide(picking, 'warehouse', ship('s1', 11)[1])).toEqual({
      ok: false,
      error: { kind: 'over-quantity', lineId: 'a', asked: 11, most: 10 },
    });
    const twice = {
      ...ship('s1', 6)[1],
      lines: [
        { lineId: 'a', quantity: 6 },
        { lineId: 'a', quantity: 5 },
      ],
    };
    expect(kindOf(picking, 'warehouse', twice)).toBe('over-quantity');
  });
});

test('a button is closed by the same reason that would refuse the command', () => {
  expect(can(picking, 'cancel', 'customer')).toEqual({
    ok: false,
    error: { kind: 'role-not-allowed', allowed: ['reviewer', 'administrator'] },
  });
  expect(can(picking, 'ship', ['sales', 'warehouse'])).toEqual({ ok: true, value: 'ship' });
  expect(can(picking, 'close-rest', 'sales')).toEqual({ ok: false, error: { kind: 'nothing-shipped' } });
});

describe('after a part was shipped', () => {
  const partly = play(picking, ship('s1', 4), ['carrier', { action: 'deliver', shipmentId: 's1' }]);

  test('closing the rest releases it, lowers the price and the credit held', () => {
    const closed = decide(partly, 'sales', { action: 'close-rest', comment: 'discontinued', total: minor(4000) });
    expect(closed.ok && closed.value.effects).toEqual([
      { kind: 'release-stock', lines: [], allocated: [{ lineId: 'a', quantity: 6 }] },
      { kind: 'release-credit', amount: 6000 },
      { kind: 'issue-credit-note', amount: 6000 },
    ]);
    expect(closed.ok && displayStatus(closed.value.facts)).toBe('delivered');
  });

  test('a lost parcel is owed again, and can be sent again from stock', () => {
    const lost = play(picking, ship('s1', 10), [
      'reviewer',
      { action: 'lose', shipmentId: 's1', comment: 'carrier confirms' },
    ]);
    expect(displayStatus(lost)).toBe('picking');
    const again = play(lost, ['system', { action: 'reserve' }], ['warehouse', { action: 'allocate' }], ship('s2', 10));
    expect(again.lines[0]).toMatchObject({ shipped: 10, reserved: 0, allocated: 0 });
  });

  test('a return is refunded for what came back, not for what was announced', () => {
    const back = play(
      partly,
      [
        'customer',
        {
          action: 'request-return',
          returnId: 'r1',
          lines: [{ lineId: 'a', quantity: 3 }],
          checks: { 'return-window': true },
        },
      ],
      ['reviewer', { action: 'approve-return', returnId: 'r1' }],
      ['customer', { action: 'send-back', returnId: 'r1' }],
      ['warehouse', { action: 'receive-return', returnId: 'r1', lines: [{ lineId: 'a', quantity: 2 }] }],
      ['warehouse', { action: 'inspect-return', returnId: 'r1', inspected: [{ lineId: 'a', good: 1, damaged: 1 }] }],
    );
    expect(displayStatus(back)).toBe('returning');
    const refunded = decide(back, 'reviewer', { action: 'refund-return', returnId: 'r1', amount: minor(2000) });
    expect(refunded.ok && refunded.value.effects).toEqual([
      { kind: 'issue-credit-note', amount: 2000 },
      { kind: 'claw-back-points', returnId: 'r1', amount: 2000 },
    ]);
    expect(refunded.ok && refunded.value.facts.lines[0]).toMatchObject({ returned: 2, refunded: 2 });
  });
});

describe('an action that names no quantities takes all it can', () => {
  const some = (quantity: number) => [{ lineId: 'a', quantity }];
  test('picking what is allocated and not picked yet', () => {
    const picked = play(picking, ['warehouse', { action: 'pick', lines: some(3) }], ['warehouse', { action: 'pick' }]);
    expect(picked.lines[0]).toMatchObject({ allocated: 10, picked: 10 });
  });
  test('returning what was delivered and is in no other return', () => {
    const delivered = play(picking, ship('s1', 10), ['carrier', { action: 'deliver', shipmentId: 's1' }]);
    const checks = { 'return-window': true };
    const asked = play(
      delivered,
      ['customer', { action: 'request-return', returnId: 'r1', lines: some(4), checks }],
      ['customer', { action: 'request-return', returnId: 'r2', checks }],
    );
    expect(asked.returns.map((r) => r.lines[0]?.quantity)).toEqual([4, 6]);
    expect(can(asked, 'request-return', 'customer')).toEqual({
      ok: false,
      error: { kind: 'no-units', need: 'returnable' },
    });
    const withdrawn = play(asked, ['customer', { action: 'cancel-return', returnId: 'r1' }]);
    expect(can(withdrawn, 'request-return', 'customer').ok).toBe(true);
  });
  test('an empty shelf gives the units back to the backorder, picked or not', () => {
    const short = play(
      picking,
      ['warehouse', { action: 'pick' }],
      ['warehouse', { action: 'short-pick', comment: 'shelf empty', lines: some(4) }],
    );
    expect(short.lines[0]).toMatchObject({ reserved: 0, allocated: 6, picked: 6 });
    const again = play(short, ['system', { action: 'reserve' }]);
    expect(again.lines[0]).toMatchObject({ reserved: 4, allocated: 6 });
  });
  test('what is given up from the box is what lay picked, and no more than that', () => {
    const half = play(picking, ['warehouse', { action: 'pick', lines: some(6) }]);
    const spoilt = { action: 'short-pick' as const, fromBox: true, comment: 'past its day' };
    const short = play(half, ['warehouse', { ...spoilt, lines: some(2) }]);
    expect(short.lines[0]).toMatchObject({ allocated: 8, picked: 4 });
    expect(play(half, ['warehouse', spoilt]).lines[0]).toMatchObject({ allocated: 4, picked: 0 });
    const over = step(half, { ...spoilt, lines: some(7) }, { roles: ['warehouse'], actorId: 'w', at });
    expect(over).toMatchObject({ ok: false, error: { kind: 'over-quantity', asked: 7, most: 6 } });
  });
});

test('a line that is counted twice at the gate counts as the sum', () => {
  const sent = play(
    picking,
    ship('s1', 10),
    ['carrier', { action: 'deliver', shipmentId: 's1' }],
    [
      'customer',
      {
        action: 'request-return',
        returnId: 'r1',
        lines: [{ lineId: 'a', quantity: 6 }],
        checks: { 'return-window': true },
      },
    ],
    ['reviewer', { action: 'approve-return', returnId: 'r1' }],
    ['warehouse', { action: 'send-back', returnId: 'r1' }],
  );
  const receive = (...quantities: number[]) =>
    decide(sent, 'warehouse', {
      action: 'receive-return',
      returnId: 'r1',
      lines: quantities.map((quantity) => ({ lineId: 'a', quantity })),
    });
  expect(receive(4, 3)).toEqual({ ok: false, error: { kind: 'over-quantity', lineId: 'a', asked: 7, most: 6 } });
  const received = receive(4, 2);
  expect(received.ok && received.value.facts.returns[0]?.lines).toEqual([{ lineId: 'a', quantity: 6, received: 6 }]);
});

test('inspected goods are restocked as good or damaged, and what was lost on the way is neither', () => {
  const checks = { 'return-window': true };
  const received = play(
    picking,
    ship('s1', 10),
    ['carrier', { action: 'deliver', shipmentId: 's1' }],
    ['customer', { action: 'request-return', returnId: 'r1', lines: [{ lineId: 'a', quantity: 6 }], checks }],
    ['reviewer', { action: 'approve-return', returnId: 'r1' }],
    ['customer', { action: 'send-back', returnId: 'r1' }],
    ['warehouse', { action: 'receive-return', returnId: 'r1', lines: [{ lineId: 'a', quantity: 5 }] }],
  );
  const inspect = (good: number, damaged: number) =>
    decide(received, 'warehouse', {
      action: 'inspect-return',
      returnId: 'r1',
      inspected: [{ lineId: 'a', good, damaged }],
    });
  const inspected = inspect(3, 2);
  expect(inspected.ok && inspected.value.effects).toEqual([
    { kind: 'restock', returnId: 'r1', good: [{ lineId: 'a', quantity: 3 }], damaged: [{ lineId: 'a', quantity: 2 }] },
  ]);
  for (const [good, damaged] of [
    [3, 3],
    [6, -1],
  ] as const)
    expect(inspect(good, damaged)).toEqual({
      ok: false,
      error: { kind: 'over-quantity', lineId: 'a', asked: good + damaged, most: 5 },
    });
  if (!inspected.ok) return;
  const replaced = decide(inspected.value.facts, 'reviewer', { action: 'replace-return', returnId: 'r1' });
  expect(replaced.ok && replaced.value.effects).toEqual([
    { kind: 'create-replacement', returnId: 'r1', lines: [{ lineId: 'a', quantity: 5 }] },
  ]);

  const short = inspect(2, 1);
  expect(short.ok && short.value.facts.lines[0]).toMatchObject({ delivered: 10, returned: 3 });
  expect(short.ok && short.value.facts.returns[0]?.lines).toEqual([
    { lineId: 'a', quantity: 6, received: 3, good: 2, damaged: 1 },
  ]);
});

test('an edit sets the order anew: quantities, price and holds, submitted again', () => {
  const submitted = play(draft, submit);
  const changed = {
    lines: [
      { lineId: 'a', quantity: 7 },
      { lineId: 'b', quantity: 2 },
      { lineId: 'c', quantity: 0 },
    ],
    total: minor(9000),
    prepay: minor(0),
    holds: { credit: minor(9000), coupons: 0, points: 0 },
  };
  const edited = decide(submitted, 'customer', {
    action: 'edit',
    checks: passed,
    changed,
    lines: [
      { lineId: 'a', quantity: 5 },
      { lineId: 'b', quantity: 2 },
    ],
  });
  expect(edited.ok && edited.value.effects).toEqual([{ kind: 'requote' }]);
  expect(edited.ok && edited.value.facts).toMatchObject({
    approval: 'submitted',
    money: { total: 9000 },
    holds: { credit: 9000, coupons: 0 },
  });
  expect(edited.ok && edited.value.facts.lines.map((line) => [line.lineId, line.ordered, line.reserved])).toEqual([
    ['a', 7, 5],
    ['b', 2, 2],
  ]);
});

describe('money', () => {
  const prepaid = newOrder([{ lineId: 'a', quantity: 1 }], {
    terms: 'prepaid',
    total: minor(500),
    granted: minor(0),
    prepay: minor(500),
  });
  const waiting = play(
    prepaid,
    submit,
    ['system', { action: 'await-payment' }],
    ['customer', { action: 'start-payment', paymentId: 'p1', amount: minor(500) }],
  );
  const paid = play(
    waiting,
    ['system', { action: 'capture-payment', paymentId: 'p1', amount: minor(500) }],
    ['system', { action: 'confirm-payment' }],
  );

  test('a prepaid order is not confirmed before the money is in', () => {
    const asked = decide(play(prepaid, submit), 'system', confirm[1]);
    expect(asked).toEqual({ ok: false, error: { kind: 'prepayment-missing', missing: 500 } });
    expect(displayStatus(waiting)).toBe('awaiting-payment');
    expect(displayStatus(play(paid, confirm))).toBe('confirmed');
    expect(paymentStatus(paid, at)).toBe('paid');
  });
  test('cancelling a paid order asks for the money to be sent back', () => {
    const cancelled = decide(paid, 'customer', { action: 'cancel' });
    expect(cancelled.ok && cancelled.value.effects.at(-1)).toEqual({ kind: 'refund-payment', amount: 500 });
  });
  test('money that arrives after the order expired is taken in and sent back', () => {
    const expired = play(waiting, ['system', { action: 'expire' }]);
    const late = decide(expired, 'system', { action: 'capture-payment', paymentId: 'p1', amount: minor(500) });
    expect(late.ok && late.value.effects).toContainEqual({ kind: 'refund-payment', amount: 500 });
    expect(late.ok && [paymentStatus(late.value.facts, at), refundStatus(late.value.facts)]).toEqual([
      'overpaid',
      'owed',
    ]);
  });
});
