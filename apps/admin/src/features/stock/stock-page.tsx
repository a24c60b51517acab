import { useNavigate } from '@tanstack/react-router';
import { Button, DataTable, EmptyState, Pagination, SearchField, SelectField, Tabs, usePageTitle } from '@tradeline/ui';
import { Download, SearchX, X } from 'lucide-react';
import { useGoodsName } from '../../lib/goods-cell.tsx';
import { useBilingual } from '../../lib/i18n.tsx';
import { useListKeys } from '../../lib/list-keys.ts';
import { rememberList, useReturnToRow } from '../../lib/list-memory.ts';
import { LoadError } from '../../lib/load-error.tsx';
import { SectionTabs } from '../../lib/section-tabs.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useWords, type Words } from '../../lib/words.ts';
import { type StockRow, useStockColumns } from './stock-columns.tsx';
import { noFilters, PAGE_SIZE, type StockSearch, sorts, states, stockInput } from './stock-search.ts';
import { useStockExport } from './use-stock-export.ts';

const stateText: Record<(typeof states)[number], (t: Words['t']) => string> = {
  low: (t) => t.stock_state_low(),
  out: (t) => t.stock_state_out(),
  quarantine: (t) => t.stock_state_quarantine(),
  transit: (t) => t.stock_state_transit(),
  slow: (t) => t.stock_state_slow(),
};
const sortText: Record<(typeof sorts)[number], (t: Words['t']) => string> = {
  number: (t) => t.stock_sort_number(),
  available: (t) => t.stock_sort_available(),
  'on-hand': (t) => t.stock_sort_on_hand(),
  short: (t) => t.stock_sort_short(),
};

/** What lies where, SKU by SKU: on hand, promised, being picked, set aside, on its way, and what is left. */
export const StockPage = ({ search }: { search: StockSearch }) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const nameOf = useGoodsName();
  const navigate = useNavigate({ from: '/stock/' });
  const { q, warehouse, state, sort, page } = search;
  const list = trpc.stock.list.useQuery(stockInput(search), { placeholderData: (old) => old });
  const counts = trpc.stock.stateCounts.useQuery({ warehouseId: warehouse }, { placeholderData: (old) => old });
  const warehouses = trpc.stock.warehouses.useQuery(undefined, { staleTime: 300_000 });
  const { rows, total } = list.data ?? {};
  const { progress, exportAll, stop } = useStockExport();
  usePageTitle(t.stock_title());
  useListKeys();
  useReturnToRow('stock', rows !== undefined);
  const change = (next: Partial<StockSearch>) => void navigate({ search: (old) => ({ ...old, page: 1, ...next }) });
  const remember = (row: StockRow) => rememberList('stock', search, row.skuId);
  const columns = useStockColumns(remember);
  return (
    <div className="flex min-h-full flex-col md:h-full">
      <header className="flex flex-col px-4 pt-3 md:pt-4">
        <h1 className="flex min-h-9 items-center text-lg font-semibold tracking-tight">{t.stock_title()}</h1>
        <SectionTabs section="stock" />
        <div className="flex flex-wrap items-center gap-2">
          <SearchField
            live
            className="w-full min-w-0 md:w-56 lg:w-72"
            label={t.stock_search_label()}
            placeholder={t.stock_search()}
            value={q ?? ''}
            onSearch={(text) => change({ q: text || undefined })}
          />
          <SelectField
            className="min-w-0 flex-1 md:w-40 md:flex-none"
            hiddenLabel
            label={t.stock_warehouse()}
            value={warehouse ?? ''}
            onValueChange={(id) => change({ warehouse: id || undefined })}
            options={[
              { value: '', label: t.stock_all_warehouses() },
              ...(warehouses.data ?? []).map(({ id, name }) => ({ value: id, label: say(name) })),
            ]}
          />
          <SelectField
            className="min-w-0 flex-1 md:w-44 md:flex-none"
            hiddenLabel
            label={t.sort_label()}
            value={sort}
            onValueChange={(next) => change({ sort: next })}
            options={sorts.map((value) => ({ value, label: sortText[value](t) }))}
          />
          {(q || warehouse || state) && (
            <Button look="quiet" onPress={() => change(noFilters)}>
              <X aria-hidden />
              {t.filters_clear()}
            </Button>
          )}
          <Button
            className="md:ml-auto"
            disabledReason={total === 0 ? t.export_nothing() : undefined}
            onPress={() => (progress ? stop() : void exportAll(search))}
          >
            <Download aria-hidden />
            {progress ? t.export_running(progress) : t.export_csv()}
          </Button>
        </div>
        <Tabs
          label={t.stock_title()}
          value={state ?? 'all'}
          onValueChange={(next) => change({ state: next === 'all' ? undefined : next })}
          items={[
            { key: 'all', label: t.stock_state_all() },
            ...states.map((key) => ({ key, label: stateText[key](t), count: counts.data?.[key] })),
          ]}
        />
      </header>
      <div className="flex-1 bg-surface md:min-h-0">
        <DataTable
          dense
          className="md:h-full md:overflow-auto"
          label={t.stock_title()}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.skuId}
          rowName={nameOf}
          onOpen={(row) => {
            remember(row);
            void navigate({ to: '/stock/$skuId', params: { skuId: row.skuId } });
          }}
          busy={list.isPlaceholderData}
          skeletonRows={12}
          error={list.error && !list.data && <LoadError error={list.error} onRetry={() => void list.refetch()} />}
          empty={
            <EmptyState
              icon={<SearchX aria-hidden />}
              title={t.stock_empty_title()}
              action={<Button onPress={() => change(noFilters)}>{t.filters_clear()}</Button>}
            >
              {t.stock_empty_body()}
            </EmptyState>
          }
        />
      </div>
      <footer className="flex min-h-12 items-center gap-4 border-t border-line px-4 py-1.5 text-sm">
        <span className="hidden text-faint lg:block">{t.keys_hint()}</span>
        <div className="ml-auto flex-1 md:flex-none">
          {total !== undefined && (
            <Pagination
              page={page}
              pageSize={PAGE_SIZE}
              total={total}
              onPage={(next) => change({ page: next })}
              summary={t.stock_count_skus({ n: quantity(total) })}
            />
          )}
        </div>
      </footer>
    </div>
  );
};
