import { orderRolesOf } from '@tradeline/domain/access';
import { can } from '@tradeline/domain/order';
import {
  Button,
  Card,
  CardHeader,
  ConfirmDialog,
  DateText,
  IconButton,
  Notice,
  QuantityText,
  StatusBadge,
  toast,
} from '@tradeline/ui';
import { Copy, PackageCheck } from 'lucide-react';
import { useState } from 'react';
import { DocumentLink } from '../../lib/document-link.tsx';
import { useBilingual } from '../../lib/i18n.tsx';
import { shipmentText, shipmentTone } from '../../lib/order-words.ts';
import { problemText } from '../../lib/problem-text.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMay, useMe } from '../../lib/use-me.tsx';
import { useWords } from '../../lib/words.ts';
import type { Order } from './order-page.tsx';
import { ParcelNews } from './parcel-news.tsx';

type Shipment = Order['shipments'][number];

/** A parcel with more lines than this keeps its contents folded. */
const SHOWN_OPEN = 4;

/** The parcels of an order: who carries each, under which number, what is in it, and whether it has come. */
export const OrderShipments = ({ order }: { order: Order }) => {
  const { t } = useWords();
  if (order.shipments.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t.order_shipments()} aside={order.shipments.length} />
      <ul className="divide-y divide-line">
        {order.shipments.map((shipment) => (
          <Parcel key={shipment.id} shipment={shipment} order={order} />
        ))}
      </ul>
    </Card>
  );
};

const Parcel = ({ shipment, order }: { shipment: Shipment; order: Order }) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const me = useMe();
  const mayReceive = useMay('order.receive');
  const utils = trpc.useUtils();
  const [asking, setAsking] = useState(false);
  const receive = trpc.orders.confirmReceipt.useMutation({
    onSuccess: async () => {
      await utils.orders.invalidate();
      setAsking(false);
      toast.success(t.order_receipt_done());
    },
    onError: () => utils.orders.invalidate(),
  });
  const receivable = can(order.facts, 'deliver', orderRolesOf({ audience: 'buyer', roles: [me.role] }), shipment.id);
  const arrived = shipment.state === 'delivered' || shipment.state === 'lost';
  const copy = () =>
    navigator.clipboard.writeText(shipment.trackingNumber ?? '').then(() => toast.success(t.order_copied()));
  return (
    <li className="flex flex-col gap-3 px-4 py-3.5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-center gap-2">
            <span className="tabular font-medium">{shipment.number}</span>
            <StatusBadge tone={shipmentTone(shipment.state)}>{shipmentText(shipment.state, t)}</StatusBadge>
          </p>
          <p className="mt-0.5 flex flex-wrap items-center gap-x-1 text-sm text-muted">
            {shipment.carrier}
            {shipment.trackingNumber && (
              <>
                <span className="tabular ml-1 text-ink">{shipment.trackingNumber}</span>
                <IconButton
                  size="sm"
                  className="-my-2"
                  label={`${t.order_copy()} ${t.order_tracking()}`}
                  icon={<Copy aria-hidden />}
                  onPress={() => void copy()}
                />
              </>
            )}
          </p>
          <p className="text-sm text-faint">
            {say(shipment.warehouseName)} · <DateText at={shipment.shippedAt} style="day-month-time" />
          </p>
        </div>
        {mayReceive && !arrived && (
          <Button
            disabledReason={receivable.ok ? undefined : refusalText(receivable.error, words)}
            onPress={() => setAsking(true)}
          >
            <PackageCheck aria-hidden />
            {t.order_confirm_receipt()}
          </Button>
        )}
      </div>
      <ParcelNews news={shipment.news} />
      <details open={shipment.lines.length <= SHOWN_OPEN} className="rounded-md bg-sunken px-3 py-2 text-sm">
        <summary className="text-muted">{t.cart_count({ count: shipment.lines.length })}</summary>
        <ul className="mt-1.5 flex flex-col gap-1">
          {shipment.lines.map(({ orderLineId, quantity }) => {
            const line = order.lines.find((each) => each.id === orderLineId);
            return (
              <li key={orderLineId} className="flex justify-between gap-3">
                <span className="min-w-0 truncate">
                  {say(line?.name)} <span className="text-muted">{say(line?.optionText)}</span>
                </span>
                <QuantityText quantity={quantity} unit={say(line?.unit)} />
              </li>
            );
          })}
        </ul>
      </details>
      <p className="-my-1">
        <DocumentLink orderId={order.id} parcelId={shipment.id} />
      </p>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t.order_receipt_title({ number: shipment.number })}
        confirmLabel={t.order_confirm_receipt()}
        cancelLabel={t.cancel()}
        pending={receive.isPending}
        onConfirm={() => receive.mutate({ id: order.id, shipmentId: shipment.id })}
      >
        {t.order_receipt_body()}
        {receive.error && (
          <Notice className="mt-3" tone="danger" live>
            {problemText(receive.error, words)}
          </Notice>
        )}
      </ConfirmDialog>
    </li>
  );
};
