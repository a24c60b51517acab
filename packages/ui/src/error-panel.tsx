import { CloudAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

/** Something did not load: what happened, and the way out. */
export const ErrorPanel = ({
  title,
  children,
  action,
  className,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}) => (
  <div role="alert" className={cx('flex flex-col items-center gap-1 px-6 py-12 text-center', className)}>
    <div className="mb-2 grid size-12 place-items-center rounded-full bg-danger-soft text-danger-ink">
      <CloudAlert aria-hidden className="size-6" />
    </div>
    <p className="text-md font-medium">{title}</p>
    {children && <div className="max-w-md text-base text-muted">{children}</div>}
    {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
  </div>
);
