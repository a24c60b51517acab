import { Card, CardHeader, Skeleton } from '@tradeline/ui';
import { useText } from '../../lib/i18n.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

/** Orders and their amount so far today, beside yesterday at the same time of day. */
export const TodayFigures = () => {
  const t = useText();
  const { quantity, money } = useWords();
  const { data } = trpc.orders.desk.useQuery();
  const figures = (day: 'today' | 'yesterday') => {
    const rows = data?.days.filter((each) => each.day === day) ?? [];
    const amounts = rows.map((row) => money(row.amount, row.currency));
    return {
      orders: quantity(rows.reduce((sum, row) => sum + row.orders, 0)),
      amount: amounts.length > 0 ? amounts.join(' + ') : money(0),
    };
  };
  const [today, yesterday] = [figures('today'), figures('yesterday')];
  return (
    <Card>
      <CardHeader title={t.overview_today()} />
      <dl className="grid grid-cols-2 gap-4 px-4 py-3 lg:grid-cols-1">
        {(
          [
            ['orders', t.overview_today_orders()],
            ['amount', t.overview_today_amount()],
          ] as const
        ).map(([key, label]) => (
          <div key={key}>
            <dt className="text-sm text-muted">{label}</dt>
            {data ? (
              <>
                <dd className="tabular text-xl font-semibold">{today[key]}</dd>
                <dd className="tabular text-sm text-faint">{t.overview_yesterday({ value: yesterday[key] })}</dd>
              </>
            ) : (
              <dd>
                <Skeleton className="my-1 h-7 w-28" />
              </dd>
            )}
          </div>
        ))}
      </dl>
      <p className="border-t border-line px-4 py-2 text-xs text-faint">{t.overview_same_time()}</p>
    </Card>
  );
};
