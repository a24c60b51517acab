import { type Column, DataTable, EmptyState, Pagination, Tabs, usePageTitle } from '@tradeline/ui';
import { ClipboardList } from 'lucide-react';
import type { ReactNode } from 'react';
import { useListKeys } from '../../lib/list-keys.ts';
import { LoadError } from '../../lib/load-error.tsx';
import { SectionTabs } from '../../lib/section-tabs.tsx';
import { documentStateText } from '../../lib/stock-words.ts';
import { useWords } from '../../lib/words.ts';
import { DOCUMENTS } from './document-search.ts';

/** A list of stock documents of a kind: by state, the newest first, page by page. */
export const DocumentPage = <Row extends { id: string; number: string }, State extends string>({
  title,
  actions,
  states,
  counts = {},
  search,
  onSearch,
  columns,
  rows,
  total,
  error,
  onRetry,
  busy,
  onOpen,
  emptyBody,
}: {
  title: string;
  actions: ReactNode;
  states: readonly State[];
  counts?: Partial<Record<State, number>>;
  search: { state?: State | undefined; page: number };
  onSearch: (next: { state?: State | undefined; page: number }) => void;
  columns: readonly Column<Row>[];
  rows: readonly Row[] | undefined;
  total: number | undefined;
  error: unknown;
  onRetry: () => void;
  busy: boolean;
  onOpen: (row: Row) => void;
  emptyBody: string;
}) => {
  const { t, quantity } = useWords();
  usePageTitle(title);
  useListKeys();
  return (
    <div className="flex min-h-full flex-col md:h-full">
      <header className="flex flex-col px-4 pt-3 md:pt-4">
        <div className="flex min-h-9 flex-wrap items-center justify-between gap-2">
          <h1 className="text-lg font-semibold tracking-tight">{title}</h1>
          <div className="flex flex-wrap items-center gap-2">{actions}</div>
        </div>
        <SectionTabs section="stock" />
        <Tabs
          label={t.stock_state()}
          value={search.state ?? 'all'}
          onValueChange={(next) => onSearch({ state: next === 'all' ? undefined : (next as State), page: 1 })}
          items={[
            { key: 'all', label: t.stock_state_all() },
            ...states.map((key) => ({ key, label: documentStateText(key, t), count: counts[key] })),
          ]}
        />
      </header>
      <div className="flex-1 bg-surface md:min-h-0">
        <DataTable
          className="md:h-full md:overflow-auto"
          label={title}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowName={(row) => row.number}
          onOpen={onOpen}
          busy={busy}
          error={error != null && !rows && <LoadError error={error} onRetry={onRetry} />}
          empty={
            <EmptyState icon={<ClipboardList aria-hidden />} title={t.stock_doc_empty()}>
              {emptyBody}
            </EmptyState>
          }
        />
      </div>
      {total !== undefined && total > 0 && (
        <footer className="border-t border-line px-4 py-1.5">
          <Pagination
            page={search.page}
            pageSize={DOCUMENTS}
            total={total}
            onPage={(page) => onSearch({ ...search, page })}
            summary={t.stock_documents({ n: quantity(total) })}
          />
        </footer>
      )}
    </div>
  );
};
