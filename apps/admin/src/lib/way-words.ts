import type { CreditAction, WayOut } from '@tradeline/domain/credit';
import type { Words } from './words.ts';

const actionText = (action: CreditAction, { t, money }: Words): string => {
  switch (action.kind) {
    case 'renew-licence':
      return t.desk_way_licence();
    case 'pay-invoices':
      return t.desk_way_pay({ amount: money(action.amount) });
    case 'shorten-terms':
      return t.desk_way_shorten({ days: action.toDays });
    case 'prepay':
      return t.desk_way_prepay({ amount: money(action.amount) });
    case 'reduce-order':
      return t.desk_way_reduce({ amount: money(action.by) });
    case 'review':
      return t.desk_way_review();
  }
};

/** What would have to be done together so that credit lets an order pass. */
export const wayText = ({ actions }: WayOut, words: Words): string =>
  actions.map((action) => actionText(action, words)).join(' + ');
