import { Card, CardHeader, DateText, Timeline, type TimelineItem } from '@tradeline/ui';
import { actionText, actorText } from '../../lib/action-words.ts';
import { useText } from '../../lib/i18n.tsx';
import { momentStyle } from '../../lib/moment-style.ts';
import { OrderChange } from '../../lib/order-change.tsx';
import { reviewText, statusTone } from '../../lib/order-words.ts';
import type { Order } from './order-page.tsx';

/** What happened, newest first: the step, who took it, and what they said. */
export const OrderTimeline = ({ order }: { order: Order }) => {
  const t = useText();
  const parcelOf = (id: string | undefined) => order.shipments.find((parcel) => parcel.id === id);
  const items: TimelineItem[] = order.events.toReversed().map((event, at) => {
    const parcel = parcelOf(event.facts.subjectId);
    const carried = [parcel?.number, event.facts.carrier, event.facts.trackingNumber].filter(Boolean).join(' ');
    return {
      key: String(event.version),
      title: event.facts.review
        ? t.desk_did_pass({ step: reviewText(event.facts.review, t) })
        : actionText(event.action, t),
      aside: <DateText at={event.at} style={momentStyle(event.at)} />,
      tone: at === 0 ? statusTone(event.displayStatus) : 'neutral',
      body: (
        <>
          {actorText(event, t)}
          {carried && <span className="tabular"> · {carried}</span>}
          {event.facts.change && (
            <details className="mt-1">
              <summary className="cursor-pointer text-accent-ink">{t.ordering_change_title()}</summary>
              <div className="mt-2 text-ink">
                <OrderChange change={event.facts.change} amounts currency={order.currency} />
              </div>
            </details>
          )}
          {event.comment && (
            <span className="mt-1 block rounded-md bg-sunken px-2.5 py-1.5 text-ink">{event.comment}</span>
          )}
        </>
      ),
    };
  });
  return (
    <Card>
      <CardHeader title={t.order_timeline()} />
      <div className="px-4 py-4">
        <Timeline label={t.order_timeline()} items={items} />
      </div>
    </Card>
  );
};
