import { type Minor, minor } from '../../money/index.ts';
import { divideHalfUp } from '../../money/rounding.ts';
import type { CreditAction } from './credit-action.ts';
import { type BlockReason, type CreditCheck, DEFAULT_CREDIT_POLICY } from './credit-check.ts';
import { exposureWith, unpaidPart } from './exposure.ts';

/** Costs are kept in 1/3,650,000 of a minor unit: basis points times days of a 365-day year. */
const SCALE = 3_650_000n;
const YEAR = 365;

/** What of a reason a reviewer would let pass, in money. */
const atRisk = (reason: BlockReason, after: CreditCheck): number => {
  const unpaid = unpaidPart(after.order);
  switch (reason.kind) {
    case 'blocked':
    case 'no-terms':
    case 'terms-too-long':
      return unpaid;
    case 'prepayment-short':
      return reason.required - reason.prepaid;
    case 'limit-exceeded':
      return Math.max(0, exposureWith(after.exposure, unpaid) - reason.limit);
    case 'order-cap':
      return Math.max(0, unpaid - reason.cap);
    case 'overdue':
      return reason.amount;
    case 'oldest-overdue':
      return after.invoices.find((invoice) => invoice.id === reason.invoice)?.open ?? 0;
    case 'review-due':
    case 'licence-expired':
      return 0;
  }
};

export type Costing = {
  readonly check: CreditCheck;
  readonly reasons: readonly BlockReason[];
  /** Days until each invoice is due; below zero when it is past due. */
  readonly dueIn: ReadonlyMap<string, number>;
};

/** What an action costs; `after` is the check with all actions of its plan done. */
export const actionCost = ({ check, reasons, dueIn }: Costing, action: CreditAction, after: CreditCheck): bigint => {
  const { costs } = check.policy ?? DEFAULT_CREDIT_POLICY;
  const { termDays } = check.order;
  const forward = (amount: number, days: number): bigint => BigInt(amount) * BigInt(costs.capitalBpPerYear * days);
  switch (action.kind) {
    case 'renew-licence':
      return 0n;
    case 'pay-invoices':
      return action.invoices.reduce(
        (sum, { id, amount }) => sum + forward(amount, Math.max(0, dueIn.get(id) ?? 0)),
        0n,
      );
    case 'shorten-terms':
      return forward(unpaidPart(after.order), termDays - action.toDays);
    case 'prepay':
      return forward(action.amount, termDays);
    case 'reduce-order':
      return BigInt(action.by) * BigInt(costs.lostSaleBp * YEAR);
    case 'review': {
      const risk = reasons
        .filter((reason) => action.about.includes(reason.kind))
        .reduce((sum, reason) => sum + atRisk(reason, after), 0);
      return BigInt(costs.review) * SCALE + BigInt(risk) * BigInt(costs.waivedRiskBp * YEAR);
    }
  }
};

/** A cost in whole minor units, for showing. */
export const inMinor = (cost: bigint): Minor => minor(Number(divideHalfUp(cost, SCALE)));
