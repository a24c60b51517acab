import { chargedAmount, dueAmount } from '@tradeline/domain/order';
import { Badge, Card, CardHeader, DateText, Facts, MoneyText } from '@tradeline/ui';
import { useText } from '../../lib/i18n.tsx';
import { paymentText, paymentTone, termsText } from '../../lib/order-words.ts';
import type { Order } from './order-page.tsx';

/** How it is paid, until when, and what is still open. */
export const PaymentCard = ({ order }: { order: Order }) => {
  const t = useText();
  const { currency } = order;
  const charged = chargedAmount(order.facts);
  const open = Math.max(0, dueAmount(order.facts) - charged);
  return (
    <Card>
      <CardHeader
        title={t.order_payment()}
        aside={<Badge tone={paymentTone(order.paymentStatus)}>{paymentText(order.paymentStatus, t)}</Badge>}
      />
      <Facts
        className="gap-y-1 px-4 py-3"
        items={[
          { label: t.orders_column_terms(), value: termsText(order.paymentTerms, t) },
          ...(order.dueAt ? [{ label: t.order_due(), value: <DateText at={order.dueAt} style="date" /> }] : []),
          { label: t.order_paid(), value: <MoneyText amount={charged} currency={currency} /> },
          {
            label: t.order_open(),
            value: <MoneyText amount={open} currency={currency} className={open > 0 ? 'font-semibold' : ''} />,
          },
        ].map(({ label, value }) => ({ label, value: <span className="block text-right">{value}</span> }))}
      />
    </Card>
  );
};
