import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';
import { useUi } from './ui-context.tsx';

/** One page after another of a list whose count is known. Pages count from 1. */
export const Pagination = ({
  page,
  pageSize,
  total,
  onPage,
  summary,
}: {
  page: number;
  pageSize: number;
  total: number;
  onPage: (page: number) => void;
  /** What is counted, "412 orders". */
  summary?: ReactNode;
}) => {
  const { text } = useUi();
  const pages = Math.max(1, Math.ceil(total / pageSize));
  return (
    <nav aria-label={text.pagination} className="flex items-center justify-between gap-3 text-sm text-muted">
      <span className="tabular">{summary}</span>
      {pages > 1 && (
        <span className="flex items-center gap-1">
          <IconButton
            plain
            label={text.previousPage}
            icon={<ChevronLeft aria-hidden />}
            disabledReason={page <= 1 ? text.pageOf(page, pages) : undefined}
            onPress={() => onPage(page - 1)}
          />
          <span className="tabular px-1">{text.pageOf(page, pages)}</span>
          <IconButton
            plain
            label={text.nextPage}
            icon={<ChevronRight aria-hidden />}
            disabledReason={page >= pages ? text.pageOf(page, pages) : undefined}
            onPress={() => onPage(page + 1)}
          />
        </span>
      )}
    </nav>
  );
};
