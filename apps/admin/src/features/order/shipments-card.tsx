import { Button, Card, CardHeader, DateText, StatusBadge } from '@tradeline/ui';
import { Truck } from 'lucide-react';
import { useState } from 'react';
import { DocumentLink } from '../../lib/document-link.tsx';
import { useBilingual } from '../../lib/i18n.tsx';
import { lotText } from '../../lib/lot-words.ts';
import { momentStyle } from '../../lib/moment-style.ts';
import { shipmentText, shipmentTone } from '../../lib/order-words.ts';
import { useMe } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import type { Order } from './order-page.tsx';
import { verdictOn } from './order-steps.ts';
import { ParcelDialog, type ParcelStep } from './parcel-dialog.tsx';
import { ParcelNews } from './parcel-news.tsx';
import type { StepRunner } from './use-step.ts';

type Parcel = Order['shipments'][number];

/** What was sent: by whom, from where, what is in it, and the steps of each parcel. */
export const ShipmentsCard = ({ order, runner }: { order: Order; runner: StepRunner }) => {
  const words = useWords();
  const { t, quantity } = words;
  const say = useBilingual();
  const me = useMe();
  const [asking, setAsking] = useState<{ parcel: Parcel; action: ParcelStep }>();
  const steps = [
    { action: 'scan', label: t.do_scan() },
    { action: 'deliver', label: t.do_deliver() },
  ] as const;
  return (
    <Card className="overflow-hidden">
      <CardHeader title={t.order_shipments()} aside={<span className="tabular">{order.shipments.length || ''}</span>} />
      {order.shipments.length === 0 ? (
        <p className="flex items-center gap-2 px-4 py-3 text-muted">
          <Truck aria-hidden className="size-4 text-faint" />
          {t.order_no_shipments()}
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {order.shipments.map((parcel) => {
            const units = parcel.lines.reduce((sum, line) => sum + line.quantity, 0);
            return (
              <li key={parcel.id} className="flex flex-col gap-2 px-4 py-3">
                <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
                  <span className="tabular font-medium">{parcel.number}</span>
                  <StatusBadge tone={shipmentTone(parcel.state)}>{shipmentText(parcel.state, t)}</StatusBadge>
                  <span>
                    {parcel.carrier || <span className="text-faint">{t.no_carrier()}</span>}{' '}
                    <span className="tabular text-muted select-all">
                      {parcel.trackingNumber ?? t.shipment_no_tracking()}
                    </span>
                  </span>
                  {parcel.state !== 'delivered' && parcel.state !== 'lost' && (
                    <span className="ml-auto flex flex-wrap gap-2">
                      {steps.map(({ action, label }) => {
                        const step = { action, permission: 'order.deliver' } as const;
                        const verdict = verdictOn(order.facts, step, me, words, parcel.id);
                        return (
                          <Button
                            key={action}
                            size="sm"
                            disabledReason={verdict.open ? undefined : verdict.reason}
                            onPress={() => setAsking({ parcel, action })}
                          >
                            {label}
                          </Button>
                        );
                      })}
                    </span>
                  )}
                </div>
                <p className="flex flex-wrap gap-x-3 text-sm text-muted">
                  {parcel.warehouseName && <span>{t.shipment_from({ warehouse: say(parcel.warehouseName) })}</span>}
                  <span className="tabular">{t.shipment_units({ count: units })}</span>
                  <span>
                    {t.shipment_at()} <DateText at={parcel.shippedAt} style={momentStyle(parcel.shippedAt)} />
                  </span>
                  {parcel.deliveredAt && (
                    <span>
                      {t.shipment_arrived()}{' '}
                      <DateText at={parcel.deliveredAt} style={momentStyle(parcel.deliveredAt)} />
                    </span>
                  )}
                </p>
                <ParcelNews news={parcel.news} />
                <span className="-ml-2.5">
                  <DocumentLink orderId={order.id} parcelId={parcel.id} />
                </span>
                <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
                  {parcel.lines.map(({ orderLineId, quantity: n, lots }) => {
                    const line = order.lines.find((each) => each.id === orderLineId);
                    return (
                      <li key={orderLineId}>
                        <span className="tabular text-muted">{line?.itemNumber}</span> × {quantity(n)}
                        {lots && (
                          <span className="text-muted">
                            {' '}
                            {t.stock_lot()}{' '}
                            {lots.map((lot) => `${lotText(lot, words)} × ${quantity(lot.quantity)}`).join('、')}
                          </span>
                        )}
                      </li>
                    );
                  })}
                </ul>
              </li>
            );
          })}
        </ul>
      )}
      {asking && (
        <ParcelDialog
          order={order}
          parcel={asking.parcel}
          action={asking.action}
          runner={runner}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Card>
  );
};
