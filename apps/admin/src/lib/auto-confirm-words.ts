import type { AutoConfirmReason } from '@tradeline/domain/order';
import type { Words } from './words.ts';

type Reason = AutoConfirmReason | { kind: 'credit' } | { kind: 'refused'; refusal: string };

/** Why an order was, or would be, left to people, in a few words. */
export const keptText = (reason: Reason, { t, money, quantity }: Words): string => {
  switch (reason.kind) {
    case 'amount':
      return t.desk_why_amount({ most: money(reason.most) });
    case 'new-customer':
      return t.desk_why_new_customer({ least: quantity(reason.least) });
    case 'overdue':
      return t.desk_why_overdue_by({ amount: money(reason.amount) });
    case 'not-in-stock':
      return t.desk_why_not_in_stock();
    case 'agreed-prices':
      return t.desk_why_agreed_prices();
    case 'channel':
      return t.desk_why_channel();
    case 'grade':
      return t.desk_why_grade({ least: reason.least });
    case 'credit':
      return t.desk_why_credit();
    case 'refused':
      return t.desk_why_refused();
  }
};
