import { type Minor, minor, sum } from '../../money/index.ts';
import type { BlockReason, CreditCheck } from './credit-check.ts';

/** One thing that can be done so that an order may pass, from mild to hard. */
export type CreditAction =
  | { readonly kind: 'renew-licence' }
  | {
      readonly kind: 'pay-invoices';
      readonly amount: Minor;
      readonly invoices: readonly { readonly id: string; readonly amount: Minor }[];
    }
  | { readonly kind: 'shorten-terms'; readonly toDays: number }
  /** `amount` comes on top of what is prepaid already. */
  | { readonly kind: 'prepay'; readonly amount: Minor }
  /** `quantities` are given when the order's lines are known; they keep minimum and carton of every line, 0 drops a line. */
  | {
      readonly kind: 'reduce-order';
      readonly by: Minor;
      readonly toAmount: Minor;
      readonly quantities: readonly { readonly id: string; readonly quantity: number }[];
    }
  | { readonly kind: 'review'; readonly about: readonly BlockReason['kind'][] };

export const HARDNESS: Record<CreditAction['kind'], number> = {
  'renew-licence': 0,
  'pay-invoices': 1,
  'shorten-terms': 2,
  prepay: 3,
  'reduce-order': 4,
  review: 5,
};

const applyOne = (check: CreditCheck, action: CreditAction): CreditCheck => {
  const { account, order, exposure } = check;
  switch (action.kind) {
    case 'renew-licence':
      return { ...check, account: { ...account, licenceValidUntil: undefined } };
    case 'pay-invoices': {
      const paid = new Map(action.invoices.map((part) => [part.id, part.amount]));
      return {
        ...check,
        exposure: { ...exposure, openItems: minor(exposure.openItems - sum([...paid.values()])) },
        invoices: check.invoices.map((invoice) => ({
          ...invoice,
          open: minor(invoice.open - (paid.get(invoice.id) ?? 0)),
        })),
      };
    }
    case 'shorten-terms':
      return { ...check, order: { ...order, termDays: action.toDays } };
    case 'prepay':
      return { ...check, order: { ...order, prepaid: minor(order.prepaid + action.amount) } };
    case 'reduce-order':
      return { ...check, order: { ...order, amount: action.toAmount } };
    case 'review': {
      const decision = { reasons: action.about, by: '', note: '', expiresOn: check.today };
      return { ...check, overrides: [...(check.overrides ?? []), decision] };
    }
  }
};

/** The same check after the actions were done (a review: decided in the buyer's favour). */
export const afterActions = (check: CreditCheck, actions: readonly CreditAction[]): CreditCheck =>
  actions.reduce(applyOne, check);
