import { minor } from '../money/index.ts';
import type { Acting, Check, OrderCommand } from './commands.ts';
import type { Denial, UnitNeed } from './denial.ts';
import type { LineQuantity } from './effects.ts';
import {
  backorderedUnits,
  chargedAmount,
  dueAmount,
  type LineFacts,
  type OrderFacts,
  openUnits,
  overpaidAmount,
  quantities,
  type ReturnFacts,
  unitsInReturn,
} from './facts.ts';
import type { GuardName } from './guard-names.ts';
import { isOpenReturn } from './return.ts';
import { openRelease, openReviews, reviewDenial } from './review.ts';

/**
 * What a guard sees. Without a command the question is "could this be done at all": guards that judge the command's
 * own figures then hold, and those on the order's facts answer, which is what a button needs.
 */
export type GuardContext = {
  readonly facts: OrderFacts;
  readonly command?: OrderCommand | undefined;
  readonly acting: Pick<Acting, 'roles'> & Partial<Acting>;
};
export type Guard = (context: GuardContext) => Denial | undefined;

const checked =
  (name: Check, denial: Denial): Guard =>
  ({ command }) => {
    if (!command || !('checks' in command)) return undefined;
    const checks: Partial<Record<Check, boolean>> = command.checks;
    return checks[name] ? undefined : denial;
  };

const isWhole = (n: number): boolean => Number.isSafeInteger(n) && n > 0;

/** Units of lines within what each line can give; a line named twice counts as the sum. */
const within = (
  lines: readonly LineFacts[],
  wanted: readonly LineQuantity[] | undefined,
  need: UnitNeed,
  most: (line: LineFacts) => number,
): Denial | undefined => {
  if (!lines.some((line) => most(line) > 0)) return { kind: 'no-units', need };
  if (!wanted) return undefined;
  if (wanted.length === 0) return { kind: 'no-units', need };
  for (const { lineId } of wanted) {
    const line = lines.find((candidate) => candidate.lineId === lineId);
    if (!line) return { kind: 'unknown-line', lineId };
    const parts = wanted.filter((part) => part.lineId === lineId).map((part) => part.quantity);
    const asked = parts.reduce((units, part) => units + part, 0);
    if (!parts.every(isWhole) || asked > most(line)) return { kind: 'over-quantity', lineId, asked, most: most(line) };
  }
  return undefined;
};

const ofLines =
  (need: UnitNeed, most: (line: LineFacts, facts: OrderFacts) => number): Guard =>
  ({ facts, command }) =>
    within(facts.lines, command && 'lines' in command ? command.lines : undefined, need, (line) => most(line, facts));

const returnOf = ({ facts, command }: GuardContext): ReturnFacts | undefined =>
  command && 'returnId' in command ? facts.returns.find((r) => r.id === command.returnId) : undefined;

const paymentOf = ({ facts, command }: GuardContext) =>
  command && 'paymentId' in command ? facts.payments.find((p) => p.id === command.paymentId) : undefined;

const amountWithin = (context: GuardContext, least: number, most: number): Denial | undefined => {
  const { command } = context;
  if (!command || !('amount' in command)) return undefined;
  return command.amount > most || command.amount < least
    ? { kind: 'over-amount', asked: command.amount, most: minor(Math.max(0, most)) }
    : undefined;
};

const prepayMissing = (facts: OrderFacts): number =>
  Math.min(facts.money.prepay, dueAmount(facts)) - chargedAmount(facts);

const fourEyes: Guard = ({ facts, acting }) => {
  const total = facts.money.total;
  const limit = acting.approvalLimit;
  const isAuthor = acting.actorId === facts.submittedBy || facts.authors?.includes(acting.actorId ?? '');
  if (acting.actorId !== undefined && isAuthor && total > (limit ?? 0))
    return { kind: 'own-order', limit: limit ?? minor(0), total };
  return limit !== undefined && total > limit ? { kind: 'over-approval-limit', limit, total } : undefined;
};

const inspectedLines: Guard = (context) => {
  const { command } = context;
  if (command?.action !== 'inspect-return') return undefined;
  for (const line of returnOf(context)?.lines ?? []) {
    const found = command.inspected.filter((part) => part.lineId === line.lineId);
    const asked = found.reduce((units, part) => units + part.good + part.damaged, 0);
    const most = line.received ?? 0;
    const parts = found.flatMap((part) => [part.good, part.damaged]);
    if (asked > most || !parts.every((units) => Number.isSafeInteger(units) && units >= 0))
      return { kind: 'over-quantity', lineId: line.lineId, asked, most };
  }
  const stranger = command.inspected.find(
    (part) => !returnOf(context)?.lines.some((line) => line.lineId === part.lineId),
  );
  return stranger ? { kind: 'unknown-line', lineId: stranger.lineId } : undefined;
};

const receivedLines: Guard = (context) => {
  const { command } = context;
  if (command?.action !== 'receive-return' || !command.lines) return undefined;
  for (const { lineId } of command.lines) {
    const line = returnOf(context)?.lines.find((candidate) => candidate.lineId === lineId);
    if (!line) return { kind: 'unknown-line', lineId };
    // A line that is named twice counts as the sum.
    const parts = command.lines.filter((part) => part.lineId === lineId).map((part) => part.quantity);
    const asked = parts.reduce((units, part) => units + part, 0);
    if (!parts.every((part) => Number.isSafeInteger(part) && part >= 0) || asked > line.quantity)
      return { kind: 'over-quantity', lineId, asked, most: line.quantity };
  }
  return undefined;
};

/** Every guard a table may name. */
export const guards = {
  version: ({ facts, command }) =>
    command?.expectedVersion === undefined || command.expectedVersion === facts.version
      ? undefined
      : { kind: 'order-moved-on', expected: command.expectedVersion, actual: facts.version },
  lines: checked('lines', { kind: 'lines-invalid' }),
  price: checked('price', { kind: 'price-changed' }),
  credit: checked('credit', { kind: 'credit-blocked' }),
  'credit-auto': checked('credit-auto', { kind: 'credit-blocked' }),
  stock: checked('stock', { kind: 'stock-short' }),
  address: checked('address', { kind: 'address-missing' }),
  'known-customer': checked('known-customer', { kind: 'customer-new' }),
  'return-window': checked('return-window', { kind: 'return-window-over' }),
  'return-period-over': checked('return-period-over', { kind: 'return-period-running' }),
  'spending-limit': ({ facts, acting }) => {
    const limit = acting.spendingLimit;
    return limit !== undefined && facts.money.total > limit
      ? { kind: 'over-spending-limit', limit, total: facts.money.total }
      : undefined;
  },
  'four-eyes': fourEyes,
  'review-before-last': ({ facts }) => (openReviews(facts.reviews).length > 1 ? undefined : { kind: 'review-is-last' }),
  'last-review': ({ facts }) => {
    const [next, ...later] = openReviews(facts.reviews);
    return next && later.length > 0 ? { kind: 'review-missing', step: next.step } : undefined;
  },
  reviewer: ({ facts, acting }) => {
    const [next] = openReviews(facts.reviews);
    return next && reviewDenial(facts.reviews ?? [], next, acting);
  },
  'release-open': ({ facts }) => (openRelease(facts.reviews) ? undefined : { kind: 'nothing-to-release' }),
  releaser: ({ facts, acting }) => {
    const release = openRelease(facts.reviews);
    return release && reviewDenial(facts.reviews ?? [], release, acting);
  },
  released: ({ facts }) => (openRelease(facts.reviews) ? { kind: 'review-missing', step: 'release' } : undefined),
  prepaid: ({ facts }) => {
    const missing = prepayMissing(facts);
    return missing > 0 ? { kind: 'prepayment-missing', missing: minor(missing) } : undefined;
  },
  'prepayment-due': ({ facts }) => (prepayMissing(facts) > 0 ? undefined : { kind: 'nothing-due' }),
  'not-prepaid': ({ facts }) =>
    prepayMissing(facts) > 0 ? undefined : { kind: 'already-paid', charged: chargedAmount(facts) },
  'amount-due': (context) => {
    const due = dueAmount(context.facts) - chargedAmount(context.facts);
    return due > 0 ? amountWithin(context, 1, due) : { kind: 'nothing-due' };
  },
  'captured-amount': (context) => amountWithin(context, 1, paymentOf(context)?.amount ?? 0),
  'refund-covered': (context) => {
    const overpaid = overpaidAmount(context.facts);
    const payment = paymentOf(context);
    if (overpaid === 0) return { kind: 'nothing-due' };
    return payment ? amountWithin(context, 1, Math.min(overpaid, payment.captured - payment.refunded)) : undefined;
  },
  'refundable-amount': (context) => amountWithin(context, 0, context.facts.money.total - context.facts.money.granted),
  'lower-total': ({ facts, command }) => {
    if (command?.action !== 'close-rest') return undefined;
    const { total, granted } = facts.money;
    return command.total > total || command.total < granted
      ? { kind: 'total-not-lower', total: command.total, least: granted }
      : undefined;
  },
  'backordered-lines': ofLines('backordered', backorderedUnits),
  'reserved-lines': ofLines('reserved', (line) => line.reserved),
  'allocated-lines': (context) =>
    ofLines('allocated', (line) =>
      context.command?.action === 'short-pick' && context.command.fromBox ? line.picked : line.allocated,
    )(context),
  'pickable-lines': ofLines('allocated', (line) => line.allocated - line.picked),
  'returnable-lines': ofLines('returnable', (line, facts) => line.delivered - unitsInReturn(facts, line.lineId)),
  'received-lines': receivedLines,
  'inspected-lines': inspectedLines,
  'part-shipped': ({ facts }) => (quantities(facts).shipped > 0 ? undefined : { kind: 'nothing-shipped' }),
  'rest-open': ({ facts }) =>
    facts.lines.some((line) => openUnits(line) > 0) ? undefined : { kind: 'no-units', need: 'open' },
  'all-delivered': ({ facts }) => {
    const { shippable, delivered } = quantities(facts);
    return delivered === shippable ? undefined : { kind: 'not-all-delivered', missing: shippable - delivered };
  },
  'returns-settled': ({ facts }) => {
    const open = facts.returns.filter((r) => isOpenReturn(r.state)).map((r) => r.id);
    return open.length === 0 ? undefined : { kind: 'returns-open', returns: open };
  },
  'money-settled': ({ facts }) => {
    const due = dueAmount(facts);
    const waiting = facts.payments.some(
      (p) => p.state === 'started' || p.state === 'unknown' || p.state === 'authorized',
    );
    return chargedAmount(facts) === due && !waiting
      ? undefined
      : { kind: 'money-open', due, charged: chargedAmount(facts) };
  },
} as const satisfies Record<GuardName, Guard>;
