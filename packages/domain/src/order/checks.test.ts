import { describe, expect, test } from 'vitest';
import { instant } from '../kernel/index.ts';
import { minor } from '../money/index.ts';
import { type Acting, newOrder, type OrderCommand, type OrderFacts, orderRoles, paymentStatus, step } from './index.ts';

const acting: Acting = { roles: orderRoles, actorId: 'clerk', at: instant('2026-01-05T00:00:00.000Z') };
const draft = newOrder([{ lineId: 'a', quantity: 5 }], {
  terms: 'terms',
  total: minor(500),
  granted: minor(0),
  prepay: minor(0),
});
const [line] = draft.lines;
const as = (approval: OrderFacts['approval'], more: Partial<OrderFacts> = {}): OrderFacts => ({
  ...draft,
  approval,
  submittedBy: 'buyer',
  ...more,
});
const picking = as('picking', { lines: [{ ...line!, allocated: 5 }] });
const delivered = as('picking', {
  lines: [{ ...line!, shipped: 5, delivered: 5 }],
  payments: [{ id: 'p', state: 'captured', amount: minor(500), captured: minor(500), refunded: minor(0) }],
});
const changed = { lines: [{ lineId: 'a', quantity: 4 }], total: minor(400), prepay: minor(0), holds: draft.holds };

const paid = (charged: number): Partial<OrderFacts> => ({
  payments: [{ id: 'p', state: 'captured', amount: minor(charged), captured: minor(charged), refunded: minor(0) }],
});

/** The checks of each action in the order in which they are asked, and what each refuses with. */
const asked: readonly (readonly [string, OrderFacts, object, readonly (readonly [string, string])[]])[] = [
  [
    'submit',
    draft,
    {},
    [
      ['lines', 'lines-invalid'],
      ['price', 'price-changed'],
      ['credit', 'credit-blocked'],
      ['stock', 'stock-short'],
      ['address', 'address-missing'],
    ],
  ],
  [
    'edit',
    as('submitted'),
    { changed },
    [
      ['lines', 'lines-invalid'],
      ['price', 'price-changed'],
      ['credit', 'credit-blocked'],
      ['stock', 'stock-short'],
    ],
  ],
  [
    'edit',
    as('in-review'),
    { changed },
    [
      ['lines', 'lines-invalid'],
      ['price', 'price-changed'],
      ['credit', 'credit-blocked'],
      ['stock', 'stock-short'],
    ],
  ],
  [
    'auto-confirm',
    as('submitted'),
    {},
    [
      ['credit-auto', 'credit-blocked'],
      ['stock', 'stock-short'],
      ['price', 'price-changed'],
      ['known-customer', 'customer-new'],
    ],
  ],
  ['approve', as('in-review'), {}, [['credit', 'credit-blocked']]],
  ['ship', picking, { shipmentId: 's' }, [['credit', 'credit-blocked']]],
  ['request-return', delivered, { returnId: 'r' }, [['return-window', 'return-window-over']]],
  ['close', delivered, {}, [['return-period-over', 'return-period-running']]],
];

describe('what other rules found decides, in the stated order', () => {
  test.each(asked)('%s', (action, facts, more, findings) => {
    const decide = (failing: readonly string[]) => {
      const checks = Object.fromEntries(findings.map(([name]) => [name, !failing.includes(name)]));
      return step(facts, { action, checks, ...more } as unknown as OrderCommand, acting);
    };
    expect(decide([]).ok).toBe(true);
    findings.forEach(([name, kind], place) => {
      expect(decide([name])).toEqual({ ok: false, error: { kind } });
      const worse = findings.slice(place).map(([later]) => later);
      expect(decide(worse)).toEqual({ ok: false, error: { kind } });
    });
  });
});

describe('facts of the order decide', () => {
  const refusal = (facts: OrderFacts, command: object, who: Partial<Acting> = {}) => {
    const next = step(facts, command as OrderCommand, { ...acting, ...who });
    return next.ok ? 'allowed' : next.error;
  };
  const passed = { lines: true, price: true, credit: true, stock: true, address: true };
  const prepaid = { money: { ...draft.money, terms: 'prepaid' as const, prepay: minor(500) } };

  test('a buyer above the spending limit needs a colleague', () => {
    expect(refusal(draft, { action: 'submit', checks: passed }, { spendingLimit: minor(499) })).toEqual({
      kind: 'over-spending-limit',
      limit: 499,
      total: 500,
    });
    expect(refusal(draft, { action: 'submit', checks: passed }, { spendingLimit: minor(500) })).toBe('allowed');
  });
  test('an order is approved up to the approver’s limit; one’s own only below it', () => {
    const approve = { action: 'approve', checks: { credit: true } };
    expect(refusal(as('in-review'), approve, { approvalLimit: minor(500) })).toBe('allowed');
    expect(refusal(as('in-review'), approve, { approvalLimit: minor(499) })).toEqual({
      kind: 'over-approval-limit',
      limit: 499,
      total: 500,
    });
    expect(refusal(as('in-review'), approve, { actorId: 'buyer', approvalLimit: minor(500) })).toBe('allowed');
    expect(refusal(as('in-review'), approve, { actorId: 'buyer' })).toEqual({
      kind: 'own-order',
      limit: 0,
      total: 500,
    });
  });
  test('an edit does not wait for money to go back: what is paid stays and is reckoned with', () => {
    expect(refusal(as('submitted', paid(1)), { action: 'edit', checks: passed, changed })).toBe('allowed');
  });
  test('waiting for payment begins only when something is due, and ends by payment or by time, not by both', () => {
    expect(refusal(as('submitted'), { action: 'await-payment' })).toEqual({ kind: 'nothing-due' });
    expect(refusal(as('submitted', prepaid), { action: 'await-payment' })).toBe('allowed');
    const waiting = as('awaiting-payment', prepaid);
    expect(refusal(waiting, { action: 'confirm-payment' })).toEqual({ kind: 'prepayment-missing', missing: 500 });
    expect(refusal({ ...waiting, ...paid(500) }, { action: 'confirm-payment' })).toBe('allowed');
    expect(refusal({ ...waiting, ...paid(500) }, { action: 'expire' })).toEqual({ kind: 'already-paid', charged: 500 });
    expect(refusal({ ...waiting, ...paid(499) }, { action: 'expire' })).toBe('allowed');
  });
  test('an approval waits for the prepayment', () => {
    expect(refusal(as('in-review', prepaid), { action: 'approve', checks: { credit: true } })).toEqual({
      kind: 'prepayment-missing',
      missing: 500,
    });
  });
  test('a payment is asked for up to what is owed', () => {
    const pay = (amount: number, facts = as('confirmed', paid(200))) =>
      refusal(facts, { action: 'start-payment', paymentId: 'new', amount });
    expect([pay(300), pay(301), pay(0)]).toEqual([
      'allowed',
      { kind: 'over-amount', asked: 301, most: 300 },
      { kind: 'over-amount', asked: 0, most: 300 },
    ]);
    expect(pay(1, as('confirmed', paid(500)))).toEqual({ kind: 'nothing-due' });
  });
  test('money goes back only as far as the order does not cost it', () => {
    const back = (amount: number) =>
      refusal(as('picking', { ...paid(500), money: { ...draft.money, granted: minor(100) } }), {
        action: 'refund-payment',
        paymentId: 'p',
        amount,
      });
    expect([back(100), back(101)]).toEqual(['allowed', { kind: 'over-amount', asked: 101, most: 100 }]);
    expect(refusal(as('picking', paid(500)), { action: 'refund-payment', paymentId: 'p', amount: 1 })).toEqual({
      kind: 'nothing-due',
    });
  });
  test('a closed rest never raises the total, nor lowers it below what was granted back', () => {
    const partly = as('picking', { lines: [{ ...line!, shipped: 2 }], money: { ...draft.money, granted: minor(100) } });
    const close = (total: number) => refusal(partly, { action: 'close-rest', comment: 'x', total });
    expect([close(500), close(100)]).toEqual(['allowed', 'allowed']);
    expect([close(501), close(99)]).toEqual([
      { kind: 'total-not-lower', total: 501, least: 100 },
      { kind: 'total-not-lower', total: 99, least: 100 },
    ]);
    expect(
      refusal({ ...partly, lines: [{ ...line!, shipped: 5 }] }, { action: 'close-rest', comment: 'x', total: 500 }),
    ).toEqual({ kind: 'no-units', need: 'open' });
  });
  test('an order closes when goods, returns and money are settled', () => {
    const close = { action: 'close', checks: { 'return-period-over': true } };
    expect(refusal({ ...delivered, lines: [{ ...line!, shipped: 5, delivered: 3 }] }, close)).toEqual({
      kind: 'not-all-delivered',
      missing: 2,
    });
    const open = { id: 'r', state: 'requested' as const, lines: [{ lineId: 'a', quantity: 1 }] };
    expect(refusal({ ...delivered, returns: [open, { ...open, id: 'old', state: 'refunded' }] }, close)).toEqual({
      kind: 'returns-open',
      returns: ['r'],
    });
    expect(refusal({ ...delivered, payments: [] }, close)).toEqual({ kind: 'money-open', due: 500, charged: 0 });
    const started = { id: 'q', state: 'unknown' as const, amount: minor(1), captured: minor(0), refunded: minor(0) };
    expect(refusal({ ...delivered, payments: [...delivered.payments, started] }, close)).toEqual({
      kind: 'money-open',
      due: 500,
      charged: 500,
    });
  });
  test('an order that ended without goods owes nothing: not due without money, overpaid with it', () => {
    const now = acting.at;
    expect((['cancelled', 'rejected'] as const).map((end) => paymentStatus(as(end), now))).toEqual([
      'not-due',
      'not-due',
    ]);
    expect([
      paymentStatus(as('cancelled', paid(1)), now),
      paymentStatus(as('confirmed'), now),
      paymentStatus(as('closed'), now),
    ]).toEqual(['overpaid', 'on-terms', 'on-terms']);
  });
  test('a return is granted no more than the order still costs', () => {
    const inspected = {
      id: 'r',
      state: 'inspected' as const,
      lines: [{ lineId: 'a', quantity: 5, received: 5, good: 5, damaged: 0 }],
    };
    const order = {
      ...delivered,
      returns: [inspected],
      lines: [{ ...line!, shipped: 5, delivered: 5, returned: 5 }],
      money: { ...draft.money, granted: minor(100) },
    };
    const refund = (amount: number) => refusal(order, { action: 'refund-return', returnId: 'r', amount });
    expect([refund(400), refund(401)]).toEqual(['allowed', { kind: 'over-amount', asked: 401, most: 400 }]);
    const granted = step(order, { action: 'refund-return', returnId: 'r', amount: minor(400) }, acting);
    expect(granted.ok && granted.value.effects[0]).toEqual({ kind: 'issue-credit-note', amount: 400 });
    expect(granted.ok && granted.value.event).toMatchObject({
      machine: 'return',
      subjectId: 'r',
      from: 'inspected',
      to: 'refunded',
    });
  });
  test('what came back and how it was found are counted in whole units of the return’s own lines', () => {
    const back = (state: 'sent-back' | 'received') =>
      as('picking', {
        returns: [
          {
            id: 'r',
            state,
            lines: [
              { lineId: 'a', quantity: 3, received: 3 },
              { lineId: 'b', quantity: 1, received: 1 },
            ],
          },
        ],
      });
    const receive = (lines: readonly { lineId: string; quantity: number }[]) =>
      refusal(back('sent-back'), { action: 'receive-return', returnId: 'r', lines });
    expect(receive([{ lineId: 'a', quantity: 1.5 }])).toEqual({
      kind: 'over-quantity',
      lineId: 'a',
      asked: 1.5,
      most: 3,
    });
    expect(receive([{ lineId: 'a', quantity: -1 }])).toEqual({
      kind: 'over-quantity',
      lineId: 'a',
      asked: -1,
      most: 3,
    });
    expect(receive([{ lineId: 'x', quantity: 1 }])).toEqual({ kind: 'unknown-line', lineId: 'x' });
    const inspect = (more: readonly object[]) =>
      refusal(back('received'), {
        action: 'inspect-return',
        returnId: 'r',
        inspected: [{ lineId: 'a', good: 3, damaged: 0 }, { lineId: 'b', good: 0, damaged: 1 }, ...more],
      });
    expect([inspect([]), inspect([{ lineId: 'x', good: 1, damaged: 0 }])]).toEqual([
      'allowed',
      { kind: 'unknown-line', lineId: 'x' },
    ]);
  });
  test('lines that the order does not have, and halves of units, are refused', () => {
    const ship = (lines: readonly { lineId: string; quantity: number }[]) =>
      refusal(picking, { action: 'ship', shipmentId: 's', checks: { credit: true }, lines });
    expect(ship([{ lineId: 'x', quantity: 1 }])).toEqual({ kind: 'unknown-line', lineId: 'x' });
    expect(ship([{ lineId: 'a', quantity: 0.5 }])).toEqual({ kind: 'over-quantity', lineId: 'a', asked: 0.5, most: 5 });
    expect(ship([{ lineId: 'a', quantity: 0 }])).toEqual({ kind: 'over-quantity', lineId: 'a', asked: 0, most: 5 });
    const twice = [1, 0].map((quantity) => ({ lineId: 'a', quantity }));
    expect(ship(twice)).toEqual({ kind: 'over-quantity', lineId: 'a', asked: 1, most: 5 });
    expect(ship([])).toEqual({ kind: 'no-units', need: 'allocated' });
  });
});

describe('what each step asks for', () => {
  const effects = (facts: OrderFacts, command: object) => {
    const next = step(facts, command as OrderCommand, acting);
    return next.ok ? next.value.effects.map((effect) => effect.kind) : next.error;
  };
  const attempts: OrderFacts['payments'] = (['started', 'unknown', 'authorized', 'failed'] as const).map((state) => ({
    id: state,
    state,
    amount: minor(500),
    captured: minor(0),
    refunded: minor(0),
  }));
  test('an edit calls off payments under way, but for one whose answer never came', () => {
    const next = step(
      as('submitted', { payments: attempts }),
      { action: 'edit', checks: { lines: true, price: true, credit: true, stock: true }, changed },
      acting,
    );
    expect(next.ok && next.value.effects).toEqual([
      { kind: 'void-payments', paymentIds: ['started', 'authorized'] },
      { kind: 'requote' },
    ]);
  });
  test('from picking to the door', () => {
    expect(effects(as('confirmed', { lines: [{ ...line!, reserved: 5 }] }), { action: 'start-picking' })).toEqual([
      'allocate-stock',
      'make-pick-list',
    ]);
    const held = { ...picking, holds: { credit: minor(500), coupons: 0, points: 0 } };
    expect(effects(held, { action: 'ship', shipmentId: 's', checks: { credit: true } })).toEqual([
      'deduct-stock',
      'create-shipment',
      'issue-invoice',
      'move-credit',
    ]);
    const sent = {
      ...delivered,
      shipments: [{ id: 's', state: 'shipped' as const, lines: [{ lineId: 'a', quantity: 5 }] }],
      lines: [{ ...line!, shipped: 5 }],
    };
    expect(effects(sent, { action: 'scan', shipmentId: 's' })).toEqual(['record-tracking']);
    expect(effects(sent, { action: 'deliver', shipmentId: 's' })).toEqual([
      'record-receipt',
      'set-invoice-due',
      'grant-pending-points',
    ]);
    expect(effects(sent, { action: 'lose', shipmentId: 's', comment: 'x' })).toEqual(['claim-carrier']);
    expect(effects(delivered, { action: 'close', checks: { 'return-period-over': true } })).toEqual([
      'release-pending-points',
      'archive',
    ]);
  });
  test('units that come in later are picked like the first', () => {
    const more = as('picking', { lines: [{ ...line!, reserved: 2, allocated: 3 }] });
    expect(effects(more, { action: 'allocate' })).toEqual(['allocate-stock', 'make-pick-list']);
  });
  test('closing the rest of a paid order gives the goods back to the shelf and the difference to the buyer', () => {
    const partly = as('picking', { ...paid(500), lines: [{ ...line!, shipped: 2, allocated: 3, picked: 3 }] });
    expect(effects(partly, { action: 'close-rest', comment: 'x', total: minor(200) })).toEqual([
      'release-stock',
      'issue-credit-note',
      'refund-payment',
      'put-back',
    ]);
  });
  test('confirming turns what was locked into what is used, by whichever way', () => {
    const holds = { credit: minor(500), coupons: 2, points: 30 };
    const used = [
      { kind: 'commit-coupon-use', uses: 2 },
      { kind: 'debit-points', points: 30 },
    ];
    const approved = step(as('in-review', { holds }), { action: 'approve', checks: { credit: true } }, acting);
    expect(approved.ok && approved.value.effects).toEqual(used);
    const checks = { 'credit-auto': true, stock: true, price: true, 'known-customer': true };
    const confirmed = step(as('submitted', { holds }), { action: 'auto-confirm', checks }, acting);
    expect(confirmed.ok && confirmed.value.effects).toEqual(used);
  });
  test('a parcel lists only the lines that are in it', () => {
    const two = as('picking', {
      lines: [
        { ...line!, allocated: 5 },
        { ...line!, lineId: 'b', allocated: 0, reserved: 5 },
      ],
    });
    const next = step(two, { action: 'ship', shipmentId: 's', checks: { credit: true } }, acting);
    expect(next.ok && next.value.facts.shipments).toEqual([
      { id: 's', state: 'shipped', lines: [{ lineId: 'a', quantity: 5 }] },
    ]);
  });
  test('cancelling while goods are being picked puts them back', () => {
    const picked = { ...picking, lines: [{ ...line!, allocated: 5, picked: 2 }] };
    expect(effects(picked, { action: 'cancel' })).toEqual(['release-stock', 'put-back']);
  });
  test('a payment’s life', () => {
    const started = as('confirmed', { payments: attempts.slice(0, 1) });
    expect(effects(as('confirmed'), { action: 'start-payment', paymentId: 'n', amount: minor(1) })).toEqual([
      'collect-payment',
    ]);
    expect(effects(started, { action: 'lose-answer', paymentId: 'started' })).toEqual(['query-payment']);
    expect(effects(started, { action: 'capture-payment', paymentId: 'started', amount: minor(500) })).toEqual([
      'post-payment',
      'issue-receipt',
    ]);
  });
  test('a full return gives the coupon back, a part does not', () => {
    const back = (received: number) => {
      const returned = {
        id: 'r',
        state: 'inspected' as const,
        lines: [{ lineId: 'a', quantity: received, received, good: received, damaged: 0 }],
      };
      const order = {
        ...delivered,
        returns: [returned],
        lines: [{ ...line!, shipped: 5, delivered: 5, returned: received }],
        holds: { credit: minor(0), coupons: 1, points: 0 },
      };
      return effects(order, { action: 'refund-return', returnId: 'r', amount: minor(received * 100) });
    };
    expect(back(5)).toEqual(['issue-credit-note', 'refund-payment', 'claw-back-points', 'return-coupon-when-all-back']);
    expect(back(4)).toEqual(['issue-credit-note', 'refund-payment', 'claw-back-points']);
  });
});
