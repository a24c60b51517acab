import { book, type StockEntry, type StockKind } from '@tradeline/domain/inventory';
import { instant } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';
import {
  type ApprovalState,
  approvalStates,
  type CollectionState,
  chargeStatus,
  collectionsStatus,
  displayStatus,
  goodsStatus,
  machines,
  newLine,
  type OrderCommand,
  type OrderFacts,
  type OrderRole,
  type ParcelState,
  parcelsStatus,
  refundUnits,
  returnPayout,
  type ShipmentFacts,
  statusOf,
  step,
} from '@tradeline/domain/order';
import { referenceMachines } from './reference-machines.ts';

const kebab = (text: string): string => text.replaceAll('_', '-').replace('canceled', 'cancelled');
const snake = (text: string): string => text.replaceAll('-', '_');

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

const transition = (input: TransitionInput) => {
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

type DisplayInput = {
  readonly approval: string;
  readonly ordered: number;
  readonly cancelled?: number;
  readonly shippable?: number;
  readonly picked?: number;
  readonly shipped?: number;
  readonly inTransit?: number;
  readonly delivered?: number;
  readonly returnedOpen?: number;
  readonly refunded?: number;
};

const display = (input: DisplayInput) => {
  const { picked = 0, shipped = 0, inTransit = 0, delivered = 0, returnedOpen = 0, refunded = 0 } = input;
  const approval = kebab(input.approval);
  const status = statusOf((approvalStates.find((state) => state === approval) ?? 'picking') as ApprovalState, {
    shippable: input.shippable ?? input.ordered - (input.cancelled ?? 0),
    picked,
    shipped,
    scanned: inTransit + delivered,
    delivered,
    returning: returnedOpen,
    refunded,
  });
  return { status: snake(status), closed: approval === 'closed' };
};

type StockEvent = { readonly type: string; readonly qty: number };
type StockInput = {
  readonly onHand: number;
  readonly allocated?: number;
  readonly trackInventory?: boolean;
  readonly events: readonly StockEvent[];
};

/** What one event of an order's life books; elsewhere an allocation is a reservation and a promise to pick in one. */
const entriesOf: Readonly<Record<string, readonly StockKind[]>> = {
  allocate: ['reserve', 'allocate'],
  reserve: ['reserve'],
  release: ['deallocate', 'release'],
  deallocate: ['deallocate', 'release'],
  ship: ['ship'],
  sale: ['ship'],
  fulfil: ['ship'],
  fulfill: ['ship'],
  cancel: ['return'],
  cancellation: ['return'],
  decrease: ['ship'],
  increase: ['receive'],
  return: ['return'],
  restock: ['return'],
  receive: ['receive'],
  adjust: ['adjust'],
  adjustment: ['adjust'],
};

const stockEffects = (input: StockInput) => {
  const rules = { backorder: Number.MAX_SAFE_INTEGER, negative: true };
  let balances = {
    sku: { house: { ...ledgerStart, onHand: input.onHand, allocated: input.allocated ?? 0 } },
  } as Parameters<typeof book>[0];
  const trace = input.events.map((event, index) => {
    for (const kind of input.trackInventory === false ? [] : (entriesOf[event.type.toLowerCase()] ?? [])) {
      const entry: StockEntry = {
        id: `${index}-${kind}`,
        skuId: 'sku',
        warehouseId: 'house',
        kind,
        quantity: event.qty,
        cause: { type: 'event', id: String(index) },
        reason: 'vector',
      };
      const booked = book(balances, entry, rules);
      if (!booked.ok) return { refused: snake(booked.error.kind) };
      balances = booked.value;
    }
    const { onHand, reserved, allocated } = balances.sku!.house!;
    return { onHand, allocated: reserved + allocated, available: onHand - reserved - allocated };
  });
  return { trace, ...trace.at(-1) };
};
const ledgerStart = { onHand: 0, reserved: 0, allocated: 0, quarantine: 0, inTransitIn: 0, inTransitOut: 0 };

type ReturnInput = {
  readonly lines: readonly {
    readonly id: string;
    readonly qty: number;
    readonly unitPrice: number;
    readonly discount?: number;
    readonly paid?: number;
    readonly returned?: number;
  }[];
  readonly returns: readonly { readonly id: string; readonly qty: number }[];
  readonly earlier?: readonly { readonly id: string; readonly qty: number }[];
  readonly shipping?: number;
  readonly refundShipping?: boolean;
  readonly merchantFault?: boolean;
  readonly giftsKept?: number;
};

/** Shipping goes back when the vector says so, whatever the rule would say on its own. */
const returned = (input: ReturnInput) => {
  const lines = input.lines.map(({ id, qty, unitPrice, discount = 0, paid, returned: already = 0 }) => {
    const unitsOf = (parts: ReturnInput['returns']) =>
      parts.reduce((sum, part) => (part.id === id ? sum + part.qty : sum), 0);
    const [before, units] = [already + unitsOf(input.earlier ?? []), unitsOf(input.returns)];
    const line = { quantity: qty, paid: minor(paid ?? qty * unitPrice - discount) };
    return { id, refund: refundUnits(line, before, units), kept: qty - before - units };
  });
  const payout = returnPayout({
    goods: minor(lines.reduce((sum, line) => sum + line.refund, 0)),
    allBack: input.refundShipping ?? lines.every((line) => line.kept === 0),
    shipping: minor(input.shipping ?? 0),
    ourFault: input.refundShipping === undefined ? input.merchantFault : undefined,
    giftsKept: minor(input.giftsKept ?? 0),
  });
  return { refund: payout.amount, lines, steps: payout.steps };
};

const parcelStates: Readonly<Record<string, ParcelState>> = {
  packed: 'packed',
  fulfilled: 'packed',
  shipped: 'shipped',
  delivered: 'delivered',
  canceled: 'cancelled',
  cancelled: 'cancelled',
};
const american = (text: string): string => snake(text).replace('cancelled', 'canceled');

type PaymentItem = {
  readonly state?: string;
  readonly amount?: number;
  readonly captured?: number;
  readonly refunded?: number;
};
/** `completed` says no more than its amounts do. */
const collectionState = (state = 'not_paid'): CollectionState =>
  state === 'completed' ? 'authorized' : (kebab(state) as CollectionState);

type QuantityInput = {
  readonly ordered: number;
  readonly fulfilled: number;
  readonly returned: number;
  readonly awaitingApproval?: number;
  readonly replaced?: number;
};

const successors = (input: { readonly system: string; readonly machine?: string; readonly from: string }) => {
  const ours = machines[input.machine as keyof typeof machines] ?? machines.approval;
  const rules: Readonly<Record<string, Readonly<Record<string, { readonly to: string }>>>> = ours;
  const name = input.machine && input.machine !== 'order' ? `${input.system}-${input.machine}` : input.system;
  const reference = referenceMachines[name]?.[input.from];
  return {
    to: reference ?? [...new Set(Object.values(rules[kebab(input.from)] ?? {}).map((rule) => snake(rule.to)))].sort(),
  };
};

/** How each `fn` of the orders file is asked of the domain. */
export const orders: Readonly<Record<string, (input: never) => unknown>> = {
  transition,
  displayStatus: display,
  quantityStatus: ({ replaced = 0, ...input }: QuantityInput) => ({
    status: snake(goodsStatus({ ...input, ordered: input.ordered - replaced, fulfilled: input.fulfilled - replaced })),
  }),
  chargeStatus: (input: { readonly total: number; readonly grantedRefund?: number; readonly charged: number }) => ({
    status: chargeStatus({
      total: minor(input.total),
      grantedRefund: minor(input.grantedRefund ?? 0),
      charged: minor(input.charged),
    }),
  }),
  shipmentsStatus: (input: {
    readonly items: readonly { readonly state?: string }[];
    readonly hasUnfulfilledItems?: boolean;
  }) => ({
    status: american(
      parcelsStatus(
        input.items.map((item) => parcelStates[item.state ?? ''] ?? 'open'),
        input.hasUnfulfilledItems,
      ),
    ),
  }),
  paymentsStatus: (input: { readonly items: readonly PaymentItem[] }) => ({
    status: american(collectionsStatus(input.items.map((item) => ({ ...item, state: collectionState(item.state) })))),
  }),
  stockEffects,
  returnAmount: returned,
  transitionTable: successors,
};
