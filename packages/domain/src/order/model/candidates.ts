import { type Minor, minor } from '../../money/index.ts';
import type { Check, OrderAction, OrderCommand } from '../commands.ts';
import { chargedAmount, dueAmount, type OrderFacts, openUnits } from '../facts.ts';
import type { Machines } from '../machines.ts';
import { reviewSteps } from '../review.ts';

/** How far a walk goes: units of the one line, and how many parcels, returns and payments an order may have. */
export type Bounds = {
  readonly units: number;
  readonly shipments: number;
  readonly returns: number;
  readonly payments: number;
};

const checks: Record<Check, boolean> = {
  lines: true,
  price: true,
  credit: true,
  stock: true,
  address: true,
  'credit-auto': true,
  'known-customer': true,
  'return-window': true,
  'return-period-over': true,
};
const comment = 'why';
/** All three, of which one person may pass all: who may is no matter of the walk. */
const reviews = reviewSteps.map((step) => ({ step, roles: [], distinct: false }));

type Try = (facts: OrderFacts, id: string, bounds: Bounds) => readonly OrderCommand[];

const some = (quantity: number) => ({ lines: [{ lineId: 'a', quantity }] });
/** 1, 2 … up to one more than the line has. */
const quantitiesOf = (facts: OrderFacts): readonly number[] =>
  Array.from({ length: facts.lines[0]!.ordered + 1 }, (_, n) => n + 1);
const openAmount = (facts: OrderFacts): Minor => minor(Math.max(0, dueAmount(facts) - chargedAmount(facts)));
const returned = (facts: OrderFacts, id: string): number =>
  facts.returns.find((r) => r.id === id)?.lines[0]?.received ?? 0;

const bare =
  (action: 'pass-review' | 'release' | 'await-payment' | 'confirm-payment' | 'expire' | 'cancel'): Try =>
  () => [{ action }];
const explained =
  (action: 'reject' | 'change'): Try =>
  () => [{ action, comment }];
const byUnits =
  (action: 'reserve' | 'start-picking' | 'allocate' | 'pick' | 'short-pick'): Try =>
  (facts) =>
    quantitiesOf(facts).map((n) => ({ action, comment, ...some(n) }));
const ofShipment =
  (action: 'scan' | 'deliver' | 'lose'): Try =>
  (_, shipmentId) => [{ action, comment, shipmentId }];
const ofReturn =
  (action: 'approve-return' | 'reject-return' | 'cancel-return' | 'send-back' | 'replace-return'): Try =>
  (_, returnId) => [{ action, comment, returnId }];
const ofPayment =
  (action: 'authorize-payment' | 'fail-payment' | 'lose-answer' | 'void-payment'): Try =>
  (_, paymentId) => [{ action, paymentId }];

/** What to try for each action: every quantity and amount that could matter, up to one more than there is. */
const tries: Readonly<Record<OrderAction, Try>> = {
  submit: (facts) => quantitiesOf(facts).map((n) => ({ action: 'submit', checks, ...some(n) })),
  edit: (facts) => {
    const quantity = facts.lines[0]!.ordered - 1;
    if (quantity === 0) return [];
    const lower = (amount: number): Minor => minor(Math.min(amount, quantity));
    const { money, holds } = facts;
    const changed = {
      lines: some(quantity).lines,
      total: minor(quantity),
      prepay: lower(money.prepay),
      holds: { ...holds, credit: lower(holds.credit) },
    };
    return [{ action: 'edit', checks, changed }];
  },
  'auto-confirm': () => [{ action: 'auto-confirm', checks }],
  approve: () => [{ action: 'approve', checks }],
  'start-review': () => [{ action: 'start-review' }, { action: 'start-review', reviews }],
  'pass-review': bare('pass-review'),
  release: bare('release'),
  'await-payment': bare('await-payment'),
  'confirm-payment': bare('confirm-payment'),
  expire: bare('expire'),
  cancel: bare('cancel'),
  reject: explained('reject'),
  change: explained('change'),
  reserve: byUnits('reserve'),
  'start-picking': byUnits('start-picking'),
  allocate: byUnits('allocate'),
  pick: byUnits('pick'),
  'short-pick': byUnits('short-pick'),
  ship: (facts, _, { shipments }) =>
    facts.shipments.length < shipments
      ? quantitiesOf(facts).map((n) => ({
          action: 'ship',
          checks,
          shipmentId: `s${facts.shipments.length}`,
          ...some(n),
        }))
      : [],
  'close-rest': ({ money, lines }) => [
    { action: 'close-rest', comment, total: minor(Math.max(money.granted, money.total - openUnits(lines[0]!))) },
    { action: 'close-rest', comment, total: minor(money.total + 1) },
  ],
  close: () => [{ action: 'close', checks }],
  scan: ofShipment('scan'),
  deliver: ofShipment('deliver'),
  lose: ofShipment('lose'),
  'request-return': (facts, _, { returns }) =>
    facts.returns.length < returns
      ? quantitiesOf(facts).map((n) => ({
          action: 'request-return',
          checks,
          returnId: `r${facts.returns.length}`,
          ...some(n),
        }))
      : [],
  'approve-return': ofReturn('approve-return'),
  'reject-return': ofReturn('reject-return'),
  'cancel-return': ofReturn('cancel-return'),
  'send-back': ofReturn('send-back'),
  'replace-return': ofReturn('replace-return'),
  'receive-return': (facts, returnId) =>
    [0, ...quantitiesOf(facts)].map((n) => ({ action: 'receive-return', returnId, ...some(n) })),
  'inspect-return': (facts, returnId) =>
    [...new Set([-returned(facts, returnId), 0, 1])].map((more) => ({
      action: 'inspect-return',
      returnId,
      inspected: [{ lineId: 'a', good: returned(facts, returnId) + more, damaged: 0 }],
    })),
  'refund-return': (facts, returnId) =>
    [returned(facts, returnId), facts.money.total + 1].map((amount) => ({
      action: 'refund-return',
      returnId,
      amount: minor(amount),
    })),
  'start-payment': (facts, _, { payments }) => {
    if (facts.payments.length >= payments) return [];
    const amounts =
      facts.payments.length === payments - 1 ? [openAmount(facts)] : [1, openAmount(facts), openAmount(facts) + 1];
    return [...new Set(amounts)].map((amount) => ({
      action: 'start-payment',
      paymentId: `p${facts.payments.length}`,
      amount: minor(amount),
    }));
  },
  'authorize-payment': ofPayment('authorize-payment'),
  'fail-payment': ofPayment('fail-payment'),
  'lose-answer': ofPayment('lose-answer'),
  'void-payment': ofPayment('void-payment'),
  'capture-payment': (facts, paymentId, { payments }) => {
    const amount = facts.payments.find((p) => p.id === paymentId)?.amount ?? 0;
    const part = facts.payments.length < payments ? [1] : [];
    return [...new Set([...part, amount, amount + 1])].map((n) => ({
      action: 'capture-payment',
      paymentId,
      amount: minor(n),
    }));
  },
  'refund-payment': (facts, paymentId) => {
    const kept = facts.payments.filter((p) => p.id === paymentId).reduce((sum, p) => sum + p.captured - p.refunded, 0);
    return [1, kept + 1].map((amount) => ({ action: 'refund-payment', paymentId, amount: minor(amount) }));
  },
};

/** Every command the tables know for where the order, its parcels, returns and payments stand now. */
export const candidates = (tables: Machines, facts: OrderFacts, bounds: Bounds): readonly OrderCommand[] => {
  const commands: OrderCommand[] = [];
  const collect = (rules: Readonly<Record<string, unknown>> | undefined, id: string): void => {
    for (const action in rules) commands.push(...tries[action as OrderAction](facts, id, bounds));
  };
  collect(tables.approval[facts.approval], '');
  for (const { id, state } of facts.shipments) collect(tables.fulfilment[state], id);
  for (const { id, state } of facts.returns) collect(tables.return[state], id);
  for (const { id, state } of facts.payments) collect(tables.payment[state], id);
  return commands;
};
