import { Card, CardHeader, DateText, SumList } from '@tradeline/ui';
import { useBilingual } from '../../lib/i18n.tsx';
import { useWords } from '../../lib/words.ts';
import type { Order } from './order-page.tsx';

type Closed = NonNullable<Order['events'][number]['facts']['closed']>;

/** More than these stay folded up. */
const FEW = 4;

/** What of the order will not be sent, why, and what that changes for whoever is told amounts. */
export const OrderRest = ({ order }: { order: Order }) => {
  const { t } = useWords();
  return order.events.map(({ version, at, comment, facts }) =>
    facts.closed ? (
      <Card key={version}>
        <CardHeader title={t.rest_title()} aside={<DateText at={at} style="day-month-time" />} />
        <div className="flex flex-col gap-3 p-4">
          {comment && <p>{comment}</p>}
          {order.amounts === 'told' && <Amounts closed={facts.closed} />}
          <Goods lines={facts.closed.lines} told={order.amounts === 'told'} />
        </div>
      </Card>
    ) : null,
  );
};

const Amounts = ({ closed: { total, paidBack, points } }: { closed: Closed }) => {
  const { t, quantity, money } = useWords();
  return (
    <SumList
      items={[
        {
          key: 'total',
          label: t.rest_total(),
          value: (
            <>
              {total.before !== total.after && <s className="mr-2 text-muted">{money(total.before)}</s>}
              <span className="font-semibold">{money(total.after)}</span>
            </>
          ),
        },
        ...paidBack.map(({ method, to, amount }, at) => ({
          key: `back ${at}`,
          label:
            to === 'balance'
              ? t.returns_back_balance()
              : t.returns_back_gateway({
                  channel: method === 'wechat' ? t.returns_channel_wechat() : t.returns_channel_alipay(),
                }),
          value: money(amount),
        })),
        ...(points > 0 ? [{ key: 'points', label: t.rest_points(), value: quantity(points) }] : []),
      ]}
    />
  );
};

const Goods = ({ lines, told }: { lines: Closed['lines']; told: boolean }) => {
  const { t, quantity, money } = useWords();
  const say = useBilingual();
  return (
    <details open={lines.length <= FEW}>
      <summary className="cursor-pointer text-accent-ink">{t.rest_goods({ count: quantity(lines.length) })}</summary>
      <SumList
        className="mt-2"
        items={lines.map((line) => ({
          key: line.lineId,
          label: (
            <>
              <span className="text-ink">{[say(line.name), say(line.options)].filter(Boolean).join(' ')}</span>{' '}
              <span className="text-faint">{line.itemNumber}</span>
            </>
          ),
          value: (
            <>
              {quantity(line.units, say(line.unit))}
              {told && line.amount > 0 && <span className="block text-sm text-muted">{money(-line.amount)}</span>}
            </>
          ),
        }))}
      />
    </details>
  );
};
