import { Badge, DateText, StatusBadge } from '@tradeline/ui';
import { useText } from '../../lib/i18n.tsx';
import { paymentText, paymentTone, statusText, statusTone } from '../../lib/order-words.ts';
import { sourceText } from '../../lib/source-text.ts';
import type { Order } from './order-page.tsx';

/** The number, where the order stands, and who placed it when. */
export const OrderHead = ({ order }: { order: Order }) => {
  const t = useText();
  const placedBy = order.events.find((event) => event.action === 'submit')?.actorName;
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <h1 className="tabular text-xl font-semibold tracking-tight">{order.number}</h1>
        <StatusBadge tone={statusTone(order.displayStatus)}>{statusText(order.displayStatus, t)}</StatusBadge>
        <Badge tone={paymentTone(order.paymentStatus)}>{paymentText(order.paymentStatus, t)}</Badge>
        {order.approval === 'closed' && <Badge>{t.status_closed()}</Badge>}
        {order.source && <Badge>{sourceText(order.source, t)}</Badge>}
      </div>
      <p className="text-sm text-muted">
        {placedBy && !order.source && `${placedBy} · `}
        {order.companyName} · <DateText at={order.placedAt} />
      </p>
    </div>
  );
};
