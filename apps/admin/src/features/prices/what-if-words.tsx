import { Badge, cx } from '@tradeline/ui';
import type { Outputs } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

export type Summary = NonNullable<Outputs['prices']['whatIf']>;

const Figure = ({
  label,
  value,
  note,
  tone,
}: {
  label: string;
  value: string;
  note?: string | undefined;
  tone?: string | undefined;
}) => (
  <div className="flex min-w-0 flex-col gap-0.5 px-4 py-3">
    <dt className="text-sm text-muted">{label}</dt>
    <dd className={cx('tabular text-lg font-semibold', tone)}>{value}</dd>
    {note && <dd className="tabular text-sm text-muted">{note}</dd>}
  </div>
);

/** What a change does, in numbers: customers, orders held fixed, carts, margin; then what should be looked at first. */
export const WhatIfFigures = ({ summary }: { summary: Summary }) => {
  const { t, money, quantity } = useWords();
  const { counts, sold, carts, warnings } = summary;
  const signed = (amount: number) => `${amount > 0 ? '+' : ''}${money(amount)}`;
  const margin = (amount: number) =>
    sold.cost === null || amount === 0 ? '–' : `${(((amount - sold.cost) / amount) * 100).toFixed(1)}%`;
  const alerts: { key: string; n: number | null; text: (n: string) => string }[] = [
    { key: 'cost', n: warnings.belowCost, text: (n) => t.prices_warn_cost({ n }) },
    { key: 'floor', n: warnings.belowFloor, text: (n) => t.prices_warn_floor({ n }) },
    { key: 'lost', n: warnings.lost, text: (n) => t.prices_warn_lost({ n }) },
    { key: 'inverted', n: warnings.inverted, text: (n) => t.prices_warn_inverted({ n }) },
    { key: 'moved', n: counts.moved, text: (n) => t.prices_warn_moved({ n }) },
  ];
  const shown = alerts.filter(({ n }) => n !== null && n > 0);
  return (
    <>
      <dl className="grid grid-cols-2 divide-line sm:grid-cols-3 lg:grid-cols-6 lg:divide-x">
        <Figure
          label={t.prices_fig_goods()}
          value={quantity(counts.touched)}
          note={t.prices_fig_goods_of({ n: quantity(counts.skus) })}
        />
        <Figure
          label={t.prices_fig_dearer()}
          value={quantity(counts.customers.dearer)}
          note={t.prices_fig_of({ n: quantity(counts.reached) })}
        />
        <Figure
          label={t.prices_fig_cheaper()}
          value={quantity(counts.customers.cheaper)}
          note={t.prices_fig_of({ n: quantity(counts.reached) })}
        />
        <Figure
          label={t.prices_fig_sold({ days: sold.days })}
          value={signed(sold.after - sold.before)}
          note={t.prices_fig_sold_of({ amount: money(sold.before) })}
        />
        {sold.cost !== null && (
          <Figure
            label={t.prices_fig_margin()}
            value={margin(sold.after)}
            note={t.prices_fig_before({ value: margin(sold.before) })}
          />
        )}
        <Figure label={t.prices_fig_carts()} value={quantity(carts.count)} note={signed(carts.after - carts.before)} />
      </dl>
      {shown.length > 0 && (
        <ul className="flex flex-wrap gap-2 border-t border-line px-4 py-3">
          {shown.map(({ key, n, text }) => (
            <li key={key}>
              <Badge tone={key === 'cost' || key === 'lost' ? 'danger' : 'warning'} className="h-6">
                {text(quantity(n ?? 0))}
              </Badge>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
