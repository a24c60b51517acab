import type { ReactNode } from 'react';
import { cx } from './cx.ts';

/** Nothing is here, and what to do about it. */
export const EmptyState = ({
  icon,
  title,
  children,
  action,
  className,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}) => (
  <div className={cx('flex flex-col items-center justify-center gap-1 px-6 py-12 text-center', className)}>
    {icon && (
      <div className="mb-2 grid size-12 place-items-center rounded-full bg-sunken text-faint [&_svg]:size-6">
        {icon}
      </div>
    )}
    <p className="text-md font-medium text-ink">{title}</p>
    {children && <div className="max-w-md text-base text-muted">{children}</div>}
    {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
  </div>
);
