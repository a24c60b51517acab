import { instant } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';
import {
  type ApprovalState,
  displayStatus,
  machines,
  newLine,
  type OrderCommand,
  type OrderFacts,
  type OrderRole,
  type ShipmentFacts,
  step,
} from '@tradeline/domain/order';

export const kebab = (text: string): string => text.replaceAll('_', '-').replace('canceled', 'cancelled');
export const snake = (text: string): string => text.replaceAll('-', '_');

const roles: Readonly<Record<string, OrderRole>> = {
  c: 'customer',
  buyer: 'customer',
  s: 'sales',
  r: 'reviewer',
  finance: 'reviewer',
  w: 'warehouse',
  l: 'carrier',
  logistics: 'carrier',
  a: 'administrator',
  admin: 'administrator',
  y: 'system',
};
const roleOf = (name: string): OrderRole => roles[name.toLowerCase()] ?? (name as OrderRole);

const actions: Readonly<Record<string, string>> = {
  'pay-ok': 'confirm-payment',
  scanned: 'scan',
  ship_partial: 'ship',
};
const actionOf = (name: string): string => actions[kebab(name)] ?? kebab(name);

type TransitionInput = {
  readonly status: string;
  readonly action: string;
  readonly role: string;
  readonly comment?: string;
  readonly orderedQty?: number;
  readonly allocatedQty?: number;
  readonly pickedQty?: number;
  readonly shippedQty?: number;
  readonly deliveredQty?: number;
  readonly refundedQty?: number;
  readonly shipQty?: number;
  readonly qty?: number;
  readonly total?: number;
  readonly amountDue?: number;
  readonly captured?: number;
  readonly couponUses?: number;
  readonly pointsUsed?: number;
  readonly version?: number;
  readonly expectedVersion?: number;
  readonly guards?: Readonly<Record<string, boolean>>;
};

const goodsStatuses = ['partially-shipped', 'shipped', 'in-transit', 'delivered', 'returning', 'refunded'];
const PRICE = 100;

/** The least that an order in this status must have behind it: quantities the vector does not name follow from the status. */
const factsOf = (input: TransitionInput): OrderFacts => {
  const status = kebab(input.status);
  const approval = (goodsStatuses.includes(status) ? 'picking' : status) as ApprovalState;
  const sent = input.shippedQty ?? (goodsStatuses.includes(status) ? 4 : 0);
  const ordered =
    input.orderedQty ?? (status === 'partially-shipped' || !goodsStatuses.includes(status) ? sent + 6 : sent);
  const open = ordered - sent;
  const arrived = ['delivered', 'returning', 'refunded'].includes(status);
  const delivered = input.deliveredQty ?? (arrived ? sent : 0);
  const allocated = approval === 'picking' ? (input.allocatedQty ?? open) : 0;
  const promised = ['submitted', 'in-review', 'awaiting-payment', 'confirmed'].includes(approval);
  const reserved = promised ? (input.allocatedQty ?? open) : 0;
  const shipmentState = arrived ? 'delivered' : status === 'in-transit' ? 'in-transit' : 'shipped';
  const shipments: readonly ShipmentFacts[] =
    sent > 0 ? [{ id: 's', state: shipmentState, lines: [{ lineId: 'a', quantity: sent }] }] : [];
  const total = minor(input.total ?? ordered * PRICE);
  const waits = approval === 'awaiting-payment' || kebab(input.action) === 'await-payment';
  const prepay = minor(input.amountDue ?? (waits ? total : 0));
  const refunded = input.refundedQty ?? (status === 'refunded' ? sent : 0);
  const paysUp = actionOf(input.action) === 'confirm-payment' || actionOf(input.action) === 'close';
  const charged = minor(input.captured ?? (paysUp ? total : 0));
  return {
    version: input.version ?? 0,
    approval,
    lines: [
      {
        ...newLine({ lineId: 'a', quantity: ordered }),
        reserved,
        allocated,
        picked: input.pickedQty ?? allocated,
        shipped: sent,
        delivered,
        returned: refunded,
        refunded,
      },
    ],
    shipments,
    returns: status === 'returning' ? [{ id: 'r', state: 'requested', lines: [{ lineId: 'a', quantity: 1 }] }] : [],
    payments:
      charged > 0 ? [{ id: 'p', state: 'captured', amount: charged, captured: charged, refunded: minor(0) }] : [],
    money: { terms: prepay > 0 ? 'prepaid' : 'terms', total, granted: minor(0), prepay },
    holds: { credit: total, coupons: input.couponUses ?? 1, points: input.pointsUsed ?? 0 },
  };
};

const everyCheck = {
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

export const transition = (input: TransitionInput) => {
  const facts = factsOf(input);
  const action = actionOf(input.action);
  const guards = Object.fromEntries(Object.entries(input.guards ?? {}).map(([name, holds]) => [kebab(name), holds]));
  const quantity = input.shipQty ?? input.qty;
  const lines = quantity === undefined ? undefined : [{ lineId: 'a', quantity }];
  const partIds: Record<string, string> =
    action in machines.fulfilment.shipped ? { shipmentId: 's' } : action === 'ship' ? { shipmentId: 'new' } : {};
  const command = {
    action,
    comment: input.comment,
    expectedVersion: input.expectedVersion,
    checks: { ...everyCheck, ...guards },
    ...partIds,
    ...(lines && action !== 'start-picking' ? { lines } : {}),
    ...(action === 'close-rest' ? { total: minor((facts.lines[0]?.shipped ?? 0) * PRICE) } : {}),
    ...(action === 'request-return' ? { returnId: 'new' } : {}),
    ...(action.endsWith('-return') || action === 'send-back'
      ? { returnId: action === 'request-return' ? 'new' : 'r' }
      : {}),
  } as unknown as OrderCommand;
  const next = step(facts, command, {
    roles: [roleOf(input.role)],
    actorId: input.role,
    at: instant('2026-01-05T00:00:00.000Z'),
  });
  if (!next.ok) {
    const reason = next.error.kind === 'no-such-part' ? 'wrong-status' : next.error.kind;
    return { allowed: false, reason: snake(reason) };
  }
  const { facts: after, effects } = next.value;
  const to = after.approval === facts.approval ? displayStatus(after) : after.approval;
  return { allowed: true, to: snake(to), effects: effects.map((effect) => snake(effect.kind)) };
};
