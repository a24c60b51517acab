import type { ShownStock } from '@tradeline/domain/inventory';
import { cx } from '@tradeline/ui';
import { useWords, type Words } from './words.ts';

const colours: Record<ShownStock['state'], string> = {
  in: 'bg-success',
  low: 'bg-warning',
  out: 'bg-control',
  expected: 'bg-accent',
};

/** Stock in words, as far as I am told: the number, a level, yes or no, or the day on which goods come. */
export const stockSentence = (
  { state, available, expectedOn }: ShownStock,
  unit: string,
  { t, quantity, day }: Words,
): string => {
  if (state === 'out') return t.stock_out();
  if (state === 'expected') return t.stock_expected({ day: day(expectedOn ?? '') });
  if (available === undefined) return state === 'low' ? t.stock_few() : t.stock_yes();
  const told = { quantity: quantity(available), unit };
  return state === 'low' ? t.stock_low(told) : t.stock_in(told);
};

/** Why so many cannot be ordered, as far as I am told. */
export const shortText = ({ available, state }: ShownStock, wanted: number, { t, quantity }: Words): string =>
  available === undefined || state === 'expected'
    ? t.stock_out()
    : t.stock_short({ available: quantity(available), wanted: quantity(wanted) });

/** What is there: plenty, little, or nothing. */
export const StockText = ({ stock, unit, className }: { stock: ShownStock; unit: string; className?: string }) => {
  const words = useWords();
  return (
    <span className={cx('inline-flex items-center gap-1.5 text-sm whitespace-nowrap text-muted', className)}>
      <span aria-hidden className={cx('size-1.5 shrink-0 rounded-full', colours[stock.state])} />
      {stockSentence(stock, unit, words)}
    </span>
  );
};
