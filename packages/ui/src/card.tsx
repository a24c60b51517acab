import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';

/** A ground on which related things stand. */
export const Card = ({ className, ...rest }: ComponentProps<'section'>) => (
  <section {...rest} className={cx('rounded-lg border border-line bg-surface', className)} />
);

/** The head line of a card: what it is, and what can be done with it. */
export const CardHeader = ({
  title,
  aside,
  className,
}: {
  title: ReactNode;
  aside?: ReactNode;
  className?: string;
}) => (
  <div className={cx('flex min-h-12 items-center justify-between gap-3 border-b border-line px-4 py-2', className)}>
    <h2 className="min-w-0 text-md font-semibold">{title}</h2>
    {aside && <div className="flex shrink-0 items-center gap-2 text-sm text-muted">{aside}</div>}
  </div>
);

/** Facts as label and value, in columns where there is room. */
export const Facts = ({
  items,
  className,
}: {
  items: readonly { label: string; value: ReactNode }[];
  className?: string;
}) => (
  <dl className={cx('grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 text-base', className)}>
    {items.map(({ label, value }) => (
      <div key={label} className="col-span-2 grid grid-cols-subgrid">
        <dt className="text-muted">{label}</dt>
        <dd className="min-w-0">{value}</dd>
      </div>
    ))}
  </dl>
);
