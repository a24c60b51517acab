import { useNavigate } from '@tanstack/react-router';
import { DataTable, EmptyState, Pagination, SearchField, Tabs, usePageTitle } from '@tradeline/ui';
import { Undo2 } from 'lucide-react';
import { useListKeys } from '../../lib/list-keys.ts';
import { LoadError } from '../../lib/load-error.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { ReasonsCard } from './reasons-card.tsx';
import { returnColumns } from './return-columns.tsx';
import { PAGE_SIZE, type Queue, queues, type ReturnsSearch } from './returns-search.ts';

/** Returns by what must be done next, what waits longest first; and why goods come back. */
export const ReturnsPage = ({ search }: { search: ReturnsSearch }) => {
  const words = useWords();
  const { t, quantity } = words;
  const navigate = useNavigate({ from: '/returns/' });
  const { queue, q, page } = search;
  usePageTitle(t.returns_title());
  const input = { ...(queue ? { queue } : {}), ...(q ? { text: q } : {}), page, size: PAGE_SIZE };
  const list = trpc.returns.list.useQuery(input, { placeholderData: (old) => old });
  const { rows, total, counts } = list.data ?? {};
  useListKeys();
  const change = (next: Partial<ReturnsSearch>) => void navigate({ search: (old) => ({ ...old, page: 1, ...next }) });
  const names: Record<Queue, string> = {
    review: t.returns_tab_review(),
    arriving: t.returns_tab_arriving(),
    inspect: t.returns_tab_inspect(),
    settle: t.returns_tab_settle(),
    done: t.returns_tab_done(),
  };
  return (
    <div className="flex min-h-full flex-col md:h-full">
      <header className="flex flex-col gap-2 px-4 pt-3 md:pt-4">
        <h1 className="flex min-h-9 items-center text-lg font-semibold tracking-tight">{t.returns_title()}</h1>
        <SearchField
          live
          className="w-full md:w-96"
          label={t.returns_search()}
          placeholder={t.returns_search()}
          value={q ?? ''}
          onSearch={(text) => change({ q: text || undefined })}
        />
        <Tabs
          label={t.returns_title()}
          value={queue ?? 'all'}
          onValueChange={(next) => change({ queue: next === 'all' ? undefined : next })}
          items={[
            { key: 'all' as const, label: t.returns_tab_all() },
            ...queues.map((key) => ({ key, label: names[key], count: counts?.[key] })),
          ]}
        />
      </header>
      <div className="flex min-h-0 flex-1 flex-col gap-4 p-4 lg:flex-row">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-2">
          <DataTable
            label={t.returns_title()}
            columns={returnColumns(words)}
            rows={rows}
            rowKey={(row) => row.id}
            rowName={(row) => row.number}
            busy={list.isFetching}
            className="min-h-0 flex-1"
            onOpen={({ id }) => void navigate({ to: '/returns/$returnId', params: { returnId: id } })}
            error={list.error && !list.data && <LoadError error={list.error} onRetry={() => void list.refetch()} />}
            empty={
              <EmptyState icon={<Undo2 aria-hidden />} title={t.returns_empty()}>
                {queue ? t.returns_empty_queue() : t.returns_empty_body()}
              </EmptyState>
            }
          />
          {total !== undefined && total > 0 && (
            <Pagination
              page={page}
              pageSize={PAGE_SIZE}
              total={total}
              onPage={(next) => change({ page: next })}
              summary={t.returns_count({ count: quantity(total) })}
            />
          )}
        </div>
        <ReasonsCard />
      </div>
    </div>
  );
};
