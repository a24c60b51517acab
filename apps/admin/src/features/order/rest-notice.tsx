import { Card, CardHeader, DateText } from '@tradeline/ui';
import { useText } from '../../lib/i18n.tsx';
import { momentStyle } from '../../lib/moment-style.ts';
import type { Order } from './order-page.tsx';
import { RestList } from './rest-list.tsx';

/** What of the order was never sent, why, and what that came to. */
export const RestNotice = ({ order }: { order: Order }) => {
  const t = useText();
  return order.events.map(({ version, at, actorName, comment, facts }) =>
    facts.closed ? (
      <Card key={version}>
        <CardHeader title={t.desk_rest_closed()} aside={<DateText at={at} style={momentStyle(at)} />} />
        <div className="flex flex-col gap-3 px-4 py-3">
          <p>
            <span className="text-muted">{actorName}</span> {comment}
          </p>
          <RestList rest={facts.closed} currency={order.currency} />
        </div>
      </Card>
    ) : null,
  );
};
