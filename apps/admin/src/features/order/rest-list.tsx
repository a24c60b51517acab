import { SumList } from '@tradeline/ui';
import { useBilingual } from '../../lib/i18n.tsx';
import { useWords } from '../../lib/words.ts';
import type { Order } from './order-page.tsx';

type ClosedRest = NonNullable<Order['events'][number]['facts']['closed']>;

/** More than these stay folded up. */
const FEW = 4;

/** What a closed rest makes of the order, then what is never sent; `more` is what moves beside the money. */
export const RestList = ({
  rest,
  currency,
  more = [],
}: {
  rest: ClosedRest;
  currency: string;
  more?: readonly { key: string; label: string; value: string }[];
}) => {
  const { t, money, quantity } = useWords();
  const say = useBilingual();
  const { lines, total, points, paidBack } = rest;
  return (
    <div className="flex flex-col gap-3">
      <SumList
        items={[
          {
            key: 'total',
            label: t.desk_rest_total(),
            value: (
              <>
                {total.before !== total.after && <s className="mr-2 text-muted">{money(total.before, currency)}</s>}
                <span className="font-semibold">{money(total.after, currency)}</span>
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
            value: money(amount, currency),
          })),
          ...(points > 0 ? [{ key: 'points', label: t.desk_rest_points(), value: quantity(points) }] : []),
          ...more,
        ]}
      />
      <details open={lines.length <= FEW}>
        <summary className="cursor-pointer text-accent-ink">
          {t.desk_rest_goods({ count: quantity(lines.length) })}
        </summary>
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
                {line.amount > 0 && <span className="block text-sm text-muted">{money(-line.amount, currency)}</span>}
              </>
            ),
          }))}
        />
      </details>
    </div>
  );
};
