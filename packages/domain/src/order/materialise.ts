import { minor } from '../money/index.ts';
import type { OrderCommand } from './commands.ts';
import type { Effect, EffectKind, EffectOf, LineQuantity } from './effects.ts';
import { type LineFacts, type OrderFacts, overpaidAmount, quantities } from './facts.ts';

type Change = { readonly before: OrderFacts; readonly after: OrderFacts; readonly command: OrderCommand };

/** Units per line by which something grew (or, with the sides exchanged, shrank). */
const growth = (change: Change, of: (line: LineFacts) => number): readonly LineQuantity[] =>
  change.after.lines
    .map((line) => {
      const was = change.before.lines.find((candidate) => candidate.lineId === line.lineId);
      return { lineId: line.lineId, quantity: of(line) - (was ? of(was) : 0) };
    })
    .filter((part) => part.quantity > 0);

const shrinkage = (change: Change, of: (line: LineFacts) => number): readonly LineQuantity[] =>
  growth(change, (line) => -of(line));

const shipmentLines = ({ after, command }: Change): readonly LineQuantity[] =>
  'shipmentId' in command ? (after.shipments.find((s) => s.id === command.shipmentId)?.lines ?? []) : [];

const returnLines = ({ after, command }: Change) =>
  'returnId' in command ? (after.returns.find((r) => r.id === command.returnId)?.lines ?? []) : [];

const shipmentId = ({ command }: Change): string => ('shipmentId' in command ? command.shipmentId : '');
const returnId = ({ command }: Change): string => ('returnId' in command ? command.returnId : '');
const paymentId = ({ command }: Change): string => ('paymentId' in command ? command.paymentId : '');
const amountOf = ({ command }: Change) => ('amount' in command ? command.amount : minor(0));

const withLines = (lines: readonly LineQuantity[]) => (lines.length > 0 ? { lines } : undefined);
const plain = (lines: readonly LineQuantity[]): readonly LineQuantity[] =>
  lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
const inspected = (change: Change, part: 'good' | 'damaged'): readonly LineQuantity[] =>
  returnLines(change)
    .map((line) => ({ lineId: line.lineId, quantity: line[part] ?? 0 }))
    .filter((line) => line.quantity > 0);

const ofShipment = (change: Change) => ({ shipmentId: shipmentId(change), lines: shipmentLines(change) });
const ofReturn = (change: Change) => ({ returnId: returnId(change), lines: plain(returnLines(change)) });
const received = (change: Change): readonly LineQuantity[] =>
  returnLines(change).map((line) => ({ lineId: line.lineId, quantity: line.received ?? 0 }));
/** Attempts that can be called off. One whose answer never came cannot: it is asked first, and refunded if it took money. */
const openAttempts = (facts: OrderFacts): readonly string[] =>
  facts.payments.filter((p) => p.state === 'started' || p.state === 'authorized').map((p) => p.id);

const creditNote = ({ before, after }: Change) => {
  const amount = minor(before.money.total - before.money.granted - (after.money.total - after.money.granted));
  return amount > 0 ? { amount } : undefined;
};
const uses = (n: number) => (n > 0 ? { uses: n } : undefined);
const points = (n: number) => (n > 0 ? { points: n } : undefined);

type Body<Kind extends EffectKind> = Omit<EffectOf<Kind>, 'kind'> | undefined;

/** The content of each effect for the change at hand; undefined when there is nothing to do. */
const bodies: { readonly [Kind in EffectKind]: (change: Change) => Body<Kind> } = {
  'assign-number': () => ({}),
  'reserve-stock': (c) => withLines(growth(c, (line) => line.reserved)),
  'release-stock': (c) => {
    const [lines, allocated] = [shrinkage(c, (line) => line.reserved), shrinkage(c, (line) => line.allocated)];
    return lines.length + allocated.length > 0 ? { lines, allocated } : undefined;
  },
  'allocate-stock': (c) => withLines(growth(c, (line) => line.allocated)),
  'deallocate-stock': (c) => withLines(shrinkage(c, (line) => line.allocated)),
  'deduct-stock': ofShipment,
  'put-back': (c) => withLines(shrinkage(c, (line) => line.picked)),
  restock: (c) => ({ returnId: returnId(c), good: inspected(c, 'good'), damaged: inspected(c, 'damaged') }),
  'reserve-credit': (c) => (c.after.holds.credit > 0 ? { amount: c.after.holds.credit } : undefined),
  'release-credit': (c) => {
    const amount = minor(c.before.holds.credit - c.after.holds.credit);
    return amount > 0 ? { amount } : undefined;
  },
  'move-credit': (c) => (c.before.holds.credit > 0 ? ofShipment(c) : undefined),
  'lower-exposure': (c) => ({ returnId: returnId(c), lines: received(c) }),
  'lock-coupons': (c) => uses(c.after.holds.coupons),
  'commit-coupon-use': (c) => uses(c.after.holds.coupons),
  'return-coupon-use': (c) => uses(c.before.holds.coupons),
  'return-coupon-when-all-back': (c) => {
    const { shippable, refunded } = quantities(c.after);
    return refunded >= shippable ? uses(c.after.holds.coupons) : undefined;
  },
  'lock-points': (c) => points(c.after.holds.points),
  'debit-points': (c) => points(c.after.holds.points),
  'release-points': (c) => points(c.before.holds.points - c.after.holds.points),
  'grant-pending-points': ofShipment,
  'release-pending-points': () => ({}),
  'claw-back-points': (c) => ({ returnId: returnId(c), amount: amountOf(c) }),
  'notify-reviewers': () => ({}),
  'start-payment-timer': () => ({}),
  'stop-payment-timer': () => ({}),
  'collect-payment': (c) => ({ paymentId: paymentId(c), amount: amountOf(c) }),
  'query-payment': (c) => ({ paymentId: paymentId(c) }),
  'void-payments': (c) => {
    const paymentIds = openAttempts(c.after);
    return paymentIds.length > 0 ? { paymentIds } : undefined;
  },
  'refund-payment': (c) => {
    const amount = overpaidAmount(c.after);
    return amount > 0 ? { amount } : undefined;
  },
  'post-payment': (c) => ({ paymentId: paymentId(c), amount: amountOf(c) }),
  'issue-receipt': (c) => ({ paymentId: paymentId(c), amount: amountOf(c) }),
  'issue-refund-receipt': (c) => ({ paymentId: paymentId(c), amount: amountOf(c) }),
  'issue-invoice': ofShipment,
  'issue-credit-note': creditNote,
  'set-invoice-due': (c) => ({ shipmentId: shipmentId(c) }),
  'make-pick-list': (c) => withLines(growth(c, (line) => line.allocated)),
  'create-shipment': ofShipment,
  'record-tracking': (c) => ({ shipmentId: shipmentId(c) }),
  'record-receipt': (c) => ({ shipmentId: shipmentId(c) }),
  'claim-carrier': ofShipment,
  'open-return': ofReturn,
  'create-replacement': (c) => ({
    returnId: returnId(c),
    lines: received(c).filter(({ quantity }) => quantity > 0),
  }),
  requote: () => ({}),
  archive: () => ({}),
};

/** The effects of a change, in the table's order, with their content; those with nothing to do are left out. */
export const materialise = (kinds: readonly EffectKind[], change: Change): readonly Effect[] =>
  kinds.flatMap((kind) => {
    const body = bodies[kind](change);
    return body ? [{ kind, ...body } as Effect] : [];
  });
