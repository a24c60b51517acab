import { instant } from '../../kernel/index.ts';
import { displayStatus, displayStatuses } from '../display-status.ts';
import type { Effect, EffectKind, EffectOf } from '../effects.ts';
import { capturedAmount, chargedAmount, dueAmount, type LineFacts, type OrderFacts, refundedAmount } from '../facts.ts';
import { paymentStatus, paymentStatuses } from '../payment-status.ts';
import type { Step } from '../step.ts';

const now = instant('2026-01-05T00:00:00.000Z');
const isEnded = (facts: OrderFacts): boolean =>
  facts.approval === 'closed' || facts.approval === 'cancelled' || facts.approval === 'rejected';

const isConfirmed = (facts: OrderFacts): boolean =>
  facts.approval === 'confirmed' || facts.approval === 'picking' || facts.approval === 'closed';

const lineLaws: readonly (readonly [string, (line: LineFacts) => boolean])[] = [
  ['no count is negative', (line) => Object.values(line).every((n) => typeof n === 'string' || n >= 0)],
  ['never shipped more than ordered', (line) => line.shipped + line.cancelled <= line.ordered],
  [
    'never promised more than is open',
    (line) => line.reserved + line.allocated <= line.ordered - line.cancelled - line.shipped,
  ],
  ['picked units are allocated units', (line) => line.picked <= line.allocated],
  ['never delivered more than shipped', (line) => line.delivered <= line.shipped],
  ['never returned more than delivered', (line) => line.returned <= line.delivered],
  ['never refunded units that did not come back', (line) => line.refunded <= line.returned],
];

const orderLaws: readonly (readonly [string, (facts: OrderFacts) => boolean])[] = [
  ['never refunded more than paid', (facts) => refundedAmount(facts) <= capturedAmount(facts)],
  [
    'no payment gives back more than it took',
    (facts) => facts.payments.every((p) => p.refunded <= p.captured && p.captured <= p.amount),
  ],
  [
    'never granted more than the order costs',
    (facts) => facts.money.granted >= 0 && facts.money.granted <= facts.money.total,
  ],
  [
    'goods wait for the prepayment',
    (facts) => !isConfirmed(facts) || chargedAmount(facts) >= Math.min(facts.money.prepay, dueAmount(facts)),
  ],
  [
    'every reservation ends with the order',
    (facts) => !isEnded(facts) || facts.lines.every((line) => line.reserved + line.allocated + line.picked === 0),
  ],
  [
    'an order without goods holds nothing',
    (facts) =>
      (facts.approval !== 'cancelled' && facts.approval !== 'rejected') ||
      facts.holds.credit + facts.holds.coupons + facts.holds.points === 0,
  ],
  [
    'a cancelled or rejected order shipped nothing',
    (facts) =>
      (facts.approval !== 'cancelled' && facts.approval !== 'rejected') ||
      facts.lines.every((line) => line.shipped === 0),
  ],
  [
    'a closed order was delivered in full',
    (facts) =>
      facts.approval !== 'closed' || facts.lines.every((line) => line.delivered === line.ordered - line.cancelled),
  ],
  [
    'nothing is promised to a draft',
    (facts) => facts.approval !== 'draft' || facts.lines.every((line) => line.reserved + line.allocated === 0),
  ],
  ['the display status is defined', (facts) => displayStatuses.includes(displayStatus(facts))],
  ['the payment status is defined', (facts) => paymentStatuses.includes(paymentStatus(facts, now))],
];

/** The first law a state breaks, if any. */
export const brokenLaw = (facts: OrderFacts): string | undefined => {
  for (const [law, holds] of lineLaws) if (!facts.lines.every(holds)) return law;
  return orderLaws.find(([, holds]) => !holds(facts))?.[0];
};

const effectsOf = <Kind extends EffectKind>(effects: readonly Effect[], kind: Kind): readonly EffectOf<Kind>[] =>
  effects.filter((effect): effect is Effect & EffectOf<Kind> => effect.kind === kind);

const units = (effects: readonly { readonly lines: readonly { readonly quantity: number }[] }[]): number =>
  effects.flatMap((effect) => effect.lines).reduce((sum, part) => sum + part.quantity, 0);

const promised = (facts: OrderFacts, of: 'reserved' | 'allocated' | 'shipped'): number =>
  facts.lines.reduce((sum, line) => sum + line[of], 0);

/**
 * The first way in which a step's effects do not match what it did to the order: executed exactly as told, the stock
 * and credit ledgers end where the order says they are.
 */
export const brokenStep = (before: OrderFacts, { facts: after, effects, event }: Step): string | undefined => {
  if (after.version !== before.version + 1) return 'the version grows by one';
  if (event.action === 'edit') return undefined;
  const grown = (of: 'reserved' | 'allocated' | 'shipped'): number => promised(after, of) - promised(before, of);
  const released = effectsOf(effects, 'release-stock');
  const allocated = units(effectsOf(effects, 'allocate-stock'));
  const deducted = units(effectsOf(effects, 'deduct-stock'));
  if (grown('reserved') !== units(effectsOf(effects, 'reserve-stock')) - allocated - units(released))
    return 'reservations match their effects';
  if (grown('allocated') !== allocated - deducted - units(released.map((effect) => ({ lines: effect.allocated }))))
    return 'allocations match their effects';
  if (event.action !== 'lose' && grown('shipped') !== deducted) return 'what leaves the house is deducted';
  const submitted = before.approval !== 'draft';
  const credit = submitted ? before.holds.credit - after.holds.credit : 0;
  const freed = effectsOf(effects, 'release-credit').reduce((sum, effect) => sum + effect.amount, 0);
  if (credit !== freed) return 'credit held matches its effects';
  const coupons = submitted ? before.holds.coupons - after.holds.coupons : 0;
  if (coupons !== effectsOf(effects, 'return-coupon-use').reduce((sum, effect) => sum + effect.uses, 0))
    return 'coupon uses match their effects';
  const points = submitted ? before.holds.points - after.holds.points : 0;
  return points === effectsOf(effects, 'release-points').reduce((sum, effect) => sum + effect.points, 0)
    ? undefined
    : 'points held match their effects';
};
