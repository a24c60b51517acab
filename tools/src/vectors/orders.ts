import { book, type StockEntry, type StockKind } from '@tradeline/domain/inventory';
import { minor } from '@tradeline/domain/money';
import {
  type ApprovalState,
  approvalStates,
  type CollectionState,
  chargeStatus,
  collectionsStatus,
  goodsStatus,
  machines,
  type ParcelState,
  parcelsStatus,
  refundUnits,
  returnPayout,
  statusOf,
} from '@tradeline/domain/order';
import { kebab, snake, transition } from './orders-transition.ts';
import { referenceMachines } from './reference-machines.ts';

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
