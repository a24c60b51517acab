import { Card, CardHeader, DayText, Facts } from '@tradeline/ui';
import { AddressLines } from '../../lib/address-lines.tsx';
import { useText } from '../../lib/i18n.tsx';
import type { Order } from './order-page.tsx';

/** Where to and to whom, as it was when the order was placed. */
export const OrderDelivery = ({ order }: { order: Order }) => {
  const t = useText();
  const facts = [
    { label: t.checkout_contact(), value: `${order.contactName} ${order.phone}` },
    ...(order.wishedDate ? [{ label: t.order_wished(), value: <DayText day={order.wishedDate} /> }] : []),
    ...(order.purchaseOrderNumber ? [{ label: t.order_po(), value: order.purchaseOrderNumber }] : []),
    ...(order.note
      ? [{ label: t.order_note(), value: <span className="whitespace-pre-line">{order.note}</span> }]
      : []),
  ];
  return (
    <Card>
      <CardHeader title={t.order_delivery()} />
      <div className="flex flex-col gap-3 p-4">
        <p>
          <AddressLines address={order.address} />
        </p>
        <Facts className="border-t border-line pt-3" items={facts} />
      </div>
    </Card>
  );
};
