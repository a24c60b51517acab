import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type SumItem = {
  key: string;
  label: ReactNode;
  value: ReactNode;
  /** What the lines above come to. */
  total?: boolean;
};

/** A reckoning, line by line: what it is on the left, how much on the right, sums set off. */
export const SumList = ({ items, className }: { items: readonly SumItem[]; className?: string }) => (
  <dl className={cx('flex flex-col gap-2', className)}>
    {items.map(({ key, label, value, total = false }) => (
      <div
        key={key}
        className={cx('flex items-baseline justify-between gap-4', total && 'border-t border-line pt-2 font-semibold')}
      >
        <dt className={cx('min-w-0', !total && 'text-muted')}>{label}</dt>
        <dd className="tabular shrink-0 text-right">{value}</dd>
      </div>
    ))}
  </dl>
);
