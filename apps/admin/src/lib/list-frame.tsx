import { Pagination } from '@tradeline/ui';
import type { ComponentProps, ReactNode } from 'react';
import { SectionTabs } from './section-tabs.tsx';

/** A page that is one list: its section's tabs and what narrows it above, the rows below, filling the screen on a desk. */
export const ListFrame = ({
  title,
  section,
  controls,
  paging,
  children,
}: {
  title: string;
  section: ComponentProps<typeof SectionTabs>['section'];
  controls?: ReactNode;
  /** Left out where all rows are shown. */
  paging?: {
    page: number;
    pageSize: number;
    total: number | undefined;
    onPage: (page: number) => void;
    summary: string;
  };
  children: ReactNode;
}) => (
  <div className="flex min-h-full flex-col md:h-full">
    <header className="flex flex-col px-4 pt-3 md:pt-4">
      <h1 className="flex min-h-9 items-center text-lg font-semibold tracking-tight">{title}</h1>
      <SectionTabs section={section} />
      {controls}
    </header>
    <div className="flex-1 bg-surface md:min-h-0">{children}</div>
    {paging?.total !== undefined && paging.total > 0 && (
      <footer className="border-t border-line px-4 py-1.5">
        <Pagination {...paging} total={paging.total} />
      </footer>
    )}
  </div>
);
