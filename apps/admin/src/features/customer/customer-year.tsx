import { BarChart, Card, CardHeader, EmptyState } from '@tradeline/ui';
import { formatDay, formatMoneyShort, shopDay } from '@tradeline/ui/format';
import { useWords } from '../../lib/words.ts';
import type { Customer } from './customer-page.tsx';
import { yearOf } from './year-months.ts';

/** What the customer bought month by month. */
export const CustomerYear = ({ customer }: { customer: Customer }) => {
  const { t, money, language } = useWords();
  const months = yearOf(customer.months, shopDay(Date.now()).slice(0, 7));
  const [orders, amount] = [
    months.reduce((sum, each) => sum + each.orders, 0),
    months.reduce((sum, each) => sum + each.amount, 0),
  ];
  return (
    <Card>
      <CardHeader
        title={t.customer_months()}
        aside={
          orders > 0 && (
            <span className="tabular">{t.customer_year_total({ amount: money(amount), count: orders })}</span>
          )
        }
      />
      {orders === 0 ? (
        <EmptyState className="py-8" title={t.customer_months_none()} />
      ) : (
        <BarChart
          className="px-4 pt-4 pb-3"
          label={t.customer_months()}
          format={(value) => formatMoneyShort(value, language)}
          bars={months.map((each) => ({
            key: each.month,
            label: formatDay(`${each.month}-01`, language, 'month-short'),
            value: each.amount,
            detail: t.customer_month_value({ month: each.month, amount: money(each.amount), count: each.orders }),
          }))}
        />
      )}
    </Card>
  );
};
