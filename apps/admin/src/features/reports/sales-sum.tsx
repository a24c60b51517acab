import { MoneyText } from '@tradeline/ui';
import type { Outputs } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

type Report = Outputs['reports']['sales'];

/** The sum of the period, and what became of it against as many days before. */
export const SalesSum = ({ sum, before }: Pick<Report, 'sum' | 'before'>) => {
  const { t, quantity, money } = useWords();
  const percent = before.net > 0 ? ((sum.net - before.net) / before.net) * 100 : undefined;
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-1">
      <div>
        <dt className="text-sm text-muted">{t.report_sum()}</dt>
        <dd className="tabular text-xl font-semibold">
          <MoneyText amount={sum.net} />
        </dd>
        <dd className="text-sm text-faint">
          {percent === undefined
            ? t.report_nothing_before()
            : t.report_change({ percent: `${percent > 0 ? '+' : ''}${percent.toFixed(1)} %` })}
        </dd>
      </div>
      <div>
        <dt className="text-sm text-muted">{t.report_orders()}</dt>
        <dd className="tabular text-xl font-semibold">{quantity(sum.orders)}</dd>
        <dd className="text-sm text-faint">
          {t.report_before({ from: before.from, to: before.to })} · {money(before.net)}
        </dd>
      </div>
    </dl>
  );
};
