import { type ReactNode, useEffect } from 'react';
import { cx } from '../cx.ts';

/** Names the page in the tab, the history and the screen reader. */
export const usePageTitle = (title: string | undefined): void => {
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);
};

/** The head of a page: the way here, its name, its state, what can be done. A name that is plain text is the tab's too. */
export const PageHeader = ({
  breadcrumbs,
  title,
  badge,
  meta,
  actions,
  className,
}: {
  breadcrumbs?: ReactNode;
  title: ReactNode;
  badge?: ReactNode;
  meta?: ReactNode;
  actions?: ReactNode;
  className?: string;
}) => {
  usePageTitle(typeof title === 'string' ? title : undefined);
  return (
    <header className={cx('flex flex-col gap-1.5 pb-4', className)}>
      {breadcrumbs}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
          {badge}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {meta && <div className="text-sm text-muted">{meta}</div>}
    </header>
  );
};
