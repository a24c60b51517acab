import { Card, CardHeader, StatusBadge } from '@tradeline/ui';
import { DocumentLink } from '../../lib/document-link.tsx';
import { useBilingual } from '../../lib/i18n.tsx';
import { shipmentText, shipmentTone } from '../../lib/order-words.ts';
import { PaperLink } from '../../lib/paper-link.tsx';
import { useWords } from '../../lib/words.ts';
import type { Order } from './pack-page.tsx';

/** What left already, and the papers that go with it. */
export const SentParcels = ({ order }: { order: Order }) => {
  const { t } = useWords();
  const say = useBilingual();
  if (order.shipments.length === 0) return null;
  return (
    <Card className="overflow-hidden">
      <CardHeader title={t.order_shipments()} aside={order.shipments.length} />
      <ul className="divide-y divide-line">
        {order.shipments.map((parcel) => (
          <li key={parcel.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
            <span className="tabular font-medium">{parcel.number}</span>
            <StatusBadge tone={shipmentTone(parcel.state)}>{shipmentText(parcel.state, t)}</StatusBadge>
            <span className="min-w-0">
              {parcel.carrier} <span className="tabular text-muted select-all">{parcel.trackingNumber}</span>
            </span>
            <span className="text-sm text-muted">
              {[say(parcel.warehouseName), parcel.weightG === null ? '' : `${parcel.weightG / 1000} kg`]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <span className="ml-auto flex flex-wrap">
              <PaperLink path={`orders/${order.id}/parcels/${parcel.id}/label.pdf`}>{t.fulfil_print_label()}</PaperLink>
              <DocumentLink orderId={order.id} parcelId={parcel.id} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
};
