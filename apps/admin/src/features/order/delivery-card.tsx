import { Card, CardHeader, DayText, Facts, IconButton, toast } from '@tradeline/ui';
import { Copy } from 'lucide-react';
import { addressText } from '../../lib/address-lines.tsx';
import { useText } from '../../lib/i18n.tsx';
import type { Order } from './order-page.tsx';

/** To whom and where the goods go, and what the customer asked for. */
export const DeliveryCard = ({ order }: { order: Order }) => {
  const t = useText();
  const { address } = order;
  const where = addressText(address);
  const country = address.country === 'CN' ? '' : address.country;
  const lines = [where, [address.postalCode, country].filter(Boolean).join(' ')].filter(Boolean);
  const copy = async () => {
    await navigator.clipboard.writeText([order.contactName, order.phone, ...lines].join(' '));
    toast.success(t.order_copied());
  };
  const asked = [
    ...(order.wishedDate ? [{ label: t.order_wished(), value: <DayText day={order.wishedDate} /> }] : []),
    ...(order.purchaseOrderNumber
      ? [{ label: t.order_po(), value: <span className="tabular">{order.purchaseOrderNumber}</span> }]
      : []),
  ];
  return (
    <Card>
      <CardHeader
        title={t.order_delivery()}
        aside={
          <IconButton
            size="sm"
            label={t.order_copy_address()}
            icon={<Copy aria-hidden />}
            onPress={() => void copy()}
          />
        }
      />
      <div className="flex flex-col gap-3 px-4 py-3">
        <address className="not-italic">
          <span className="block font-medium">
            {order.contactName} <span className="tabular ml-1 font-normal text-muted">{order.phone}</span>
          </span>
          {lines.map((line) => (
            <span key={line} className="block text-muted">
              {line}
            </span>
          ))}
        </address>
        {asked.length > 0 && <Facts items={asked} />}
        {order.note && (
          <div>
            <p className="text-sm text-muted">{t.order_note()}</p>
            <p className="mt-1 rounded-md bg-warning-soft px-2.5 py-1.5 whitespace-pre-line">{order.note}</p>
          </div>
        )}
      </div>
    </Card>
  );
};
