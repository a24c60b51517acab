import type { ReactNode } from 'react';
import { cx } from './cx.ts';

/** Nothing is here, and what to do about it. */
export const EmptyState = ({
  icon,
  title,
  children,
  action,
  heading = false,
  className,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** Where it is the whole page, its title is the page's heading. */
  heading?: boolean;
  className?: string;
}) => (
  <div className={cx('flex flex-col items-center justify-center gap-1 px-6 py-12 text-center', className)}>
    {icon && (
      <div className="mb-2 grid size-12 place-items-center rounded-full bg-sunken text-faint [&_svg]:size-6">
        {icon}
      </div>
    )}
    {heading ? (
      <h1 className="text-md font-medium text-ink">{title}</h1>
    ) : (
      <p className="text-md font-medium text-ink">{title}</p>
    )}
    {children && <div className="max-w-md text-base text-muted">{children}</div>}
    {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
  </div>
);
