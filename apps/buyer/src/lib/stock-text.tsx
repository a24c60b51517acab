import { cx } from '@tradeline/ui';
import { useWords } from './words.ts';

/** What is there: plenty, little, or nothing. Little is below three of the least one may order, or ten. */
export const StockText = ({
  available,
  least,
  unit,
  className,
}: {
  available: number;
  least: number;
  unit: string;
  className?: string;
}) => {
  const { t, quantity } = useWords();
  const tone = available < least ? 'out' : available < Math.max(10, least * 3) ? 'low' : 'in';
  return (
    <span className={cx('inline-flex items-center gap-1.5 text-sm whitespace-nowrap text-muted', className)}>
      <span
        aria-hidden
        className={cx('size-1.5 rounded-full', { in: 'bg-success', low: 'bg-warning', out: 'bg-control' }[tone])}
      />
      {tone === 'out'
        ? t.stock_out()
        : tone === 'low'
          ? t.stock_low({ quantity: quantity(available), unit })
          : t.stock_in({ quantity: quantity(available), unit })}
    </span>
  );
};
