import { chargedAmount, dueAmount } from '@tradeline/domain/order';
import { Card, CardHeader, DateText, Facts, MoneyText } from '@tradeline/ui';
import { useText } from '../../lib/i18n.tsx';
import { termsText } from '../../lib/order-words.ts';
import { Totals } from '../../lib/totals.tsx';
import type { Order } from './order-page.tsx';

/** What the order costs and what of it is paid. */
export const OrderAmounts = ({ order }: { order: Order }) => {
  const t = useText();
  const { currency } = order;
  const open = Math.max(0, dueAmount(order.facts) - chargedAmount(order.facts));
  const ended = order.approval === 'cancelled' || order.approval === 'rejected';
  return (
    <Card>
      <CardHeader title={t.order_amounts()} />
      <div className="flex flex-col gap-4 p-4">
        <Totals
          currency={currency}
          totals={{
            gross: order.goodsAmount,
            discount: order.discountAmount,
            shipping: order.shippingAmount,
            tax: order.taxAmount,
            payable: order.totalAmount,
          }}
        />
        <Facts
          className="border-t border-line pt-3"
          items={[
            { label: t.order_payment(), value: termsText(order.paymentTerms, t) },
            ...(order.dueAt ? [{ label: t.order_due(), value: <DateText at={order.dueAt} style="date" /> }] : []),
            ...(order.paidAmount > 0
              ? [{ label: t.order_paid(), value: <MoneyText amount={order.paidAmount} currency={currency} /> }]
              : []),
            ...(!ended && open > 0
              ? [{ label: t.order_open(), value: <MoneyText amount={open} currency={currency} /> }]
              : []),
          ]}
        />
      </div>
    </Card>
  );
};
