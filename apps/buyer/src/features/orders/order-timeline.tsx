import type { OrderAction } from '@tradeline/domain/order';
import { Card, CardHeader, DateText, Timeline, type TimelineItem } from '@tradeline/ui';
import { actionText, actorText } from '../../lib/action-words.ts';
import { useText } from '../../lib/i18n.tsx';
import { type Change, OrderChange } from '../../lib/order-change.tsx';
import { statusTone } from '../../lib/order-words.ts';
import type { Order } from './order-page.tsx';

/** What a change did, folded up. */
const ChangeDetails = ({ change, amounts }: { change: Change; amounts: boolean }) => {
  const t = useText();
  return (
    <details className="mt-1">
      <summary className="cursor-pointer text-sm text-accent-ink">{t.ordering_change_title()}</summary>
      <div className="mt-2 text-ink">
        <OrderChange change={change} amounts={amounts} />
      </div>
    </details>
  );
};

/** What happened, newest first. */
export const OrderTimeline = ({ order }: { order: Order }) => {
  const t = useText();
  const items: TimelineItem[] = order.events.toReversed().map((event, at) => ({
    key: String(event.version),
    title: actionText(event.action as OrderAction, t),
    aside: <DateText at={event.at} style="day-month-time" />,
    tone: at === 0 ? statusTone(event.displayStatus) : 'neutral',
    body: (
      <>
        {t.order_by({ name: actorText(event, t) })}
        {event.facts.trackingNumber && ` · ${event.facts.carrier ?? ''} ${event.facts.trackingNumber}`}
        {event.facts.change && <ChangeDetails change={event.facts.change} amounts={order.amounts === 'told'} />}
        {event.comment && (
          <span className="mt-1 block rounded-md bg-sunken px-2.5 py-1.5 text-ink">{event.comment}</span>
        )}
      </>
    ),
  }));
  return (
    <Card>
      <CardHeader title={t.order_timeline()} />
      <div className="p-4">
        <Timeline label={t.order_timeline()} items={items} />
      </div>
    </Card>
  );
};
