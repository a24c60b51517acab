import { useNavigate } from '@tanstack/react-router';
import { Button, DataTable, Drawer, Pagination, SearchField, SelectField, type Sort, Tabs } from '@tradeline/ui';
import { Download, SlidersHorizontal, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useListKeys } from '../../lib/list-keys.ts';
import { rememberList, useReturnToRow } from '../../lib/list-memory.ts';
import { LoadError } from '../../lib/load-error.tsx';
import {
  type Attention,
  attention,
  attentionNames,
  ordersIn,
  type Queue,
  queueNames,
  queues,
} from '../../lib/order-queues.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { takesYes } from './bulk-steps.tsx';
import { KeysHelp, useDeskKeys } from './desk-keys.tsx';
import { type OrderRow, useOrderColumns } from './order-columns.tsx';
import { OrderFilters } from './order-filters.tsx';
import {
  activeFilters,
  type ChangeSearch,
  noFilters,
  type OrderSearch,
  orderSorts,
  ordersInput,
  pageSizes,
} from './order-search.ts';
import { OrdersEmpty } from './orders-empty.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useExport } from './use-export.ts';
import { ViewsMenu } from './views-menu.tsx';

const ApproveDialog = lazy(() => import('./approve-dialog.tsx').then((each) => ({ default: each.ApproveDialog })));

const sortOf = (sort: OrderSearch['sort']): Sort => {
  const [column, direction] = sort.split('-') as [string, Sort['direction']];
  return { column, direction };
};

/** The order desk: every order, by what must be done next, narrowed and sorted in the address. */
export const OrdersPage = ({ search }: { search: OrderSearch }) => {
  const { t, quantity } = useWords();
  const navigate = useNavigate({ from: '/orders/' });
  const columns = useOrderColumns();
  const mayExport = useMay('order.export');
  const exporting = useExport();
  const [filtering, setFiltering] = useState(false);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const [approving, setApproving] = useState<readonly OrderRow[]>();
  const [helping, setHelping] = useState(false);
  const mayApprove = useMay('order.release');
  const needs = trpc.orderDesk.attention.useQuery();
  const orders = trpc.orders.list.useQuery(ordersInput(search), { placeholderData: (old) => old });
  const { rows, total, counts } = orders.data ?? {};
  useListKeys();
  useReturnToRow('orders', rows !== undefined);

  const change: ChangeSearch = (next) => {
    setSelection(new Set());
    void navigate({ search: (old) => ({ ...old, page: 1, ...next }) });
  };
  const sort = sortOf(search.sort);
  // Newest and largest first are what a first press asks for.
  const onSort = ({ column }: Sort) =>
    change({
      sort: `${column as 'placed' | 'total'}-${column === sort.column && sort.direction === 'desc' ? 'asc' : 'desc'}`,
    });
  const open = (row: { id: string }) => {
    rememberList('orders', search, row.id);
    void navigate({ to: '/orders/$orderId', params: { orderId: row.id } });
  };
  const chosen = (rows ?? []).filter((row) => selection.has(row.id));
  useDeskKeys({
    onApprove: (rowId) => {
      const meant = chosen.length > 0 ? chosen : (rows ?? []).filter((row) => row.id === rowId);
      const yes = meant.filter(takesYes);
      if (mayApprove && yes.length > 0) setApproving(yes);
    },
    onHelp: () => setHelping(true),
  });
  const narrowed = activeFilters(search);
  const all = counts ? Object.values(counts).reduce((sum, n) => sum + n, 0) : undefined;

  return (
    <div className="flex min-h-full flex-col md:h-full">
      <header className="flex flex-col gap-2 px-4 pt-3 md:px-4 md:pt-4">
        <div className="flex min-h-9 items-center justify-between gap-3">
          <h1 className="text-lg font-semibold tracking-tight">{t.orders_title()}</h1>
          {exporting.progress ? (
            <span className="flex items-center gap-2 text-sm text-muted" role="status">
              {t.export_running(exporting.progress)}
              <Button size="sm" onPress={exporting.stop}>
                {t.export_stop()}
              </Button>
            </span>
          ) : (
            <div className="flex items-center gap-2">
              <KeysHelp open={helping} onOpenChange={setHelping} />
              <ViewsMenu search={search} />
              <Button
                size="sm"
                disabledReason={mayExport ? (total === 0 ? t.export_nothing() : undefined) : t.export_not_permitted()}
                onPress={() => void exporting.exportAll(search)}
              >
                <Download aria-hidden />
                {t.export_csv()}
              </Button>
            </div>
          )}
        </div>
        <Tabs<Queue | Attention | 'all'>
          // The mark below the tab is measured once: it is drawn anew when the counts have given the tabs their widths.
          key={`${counts === undefined} ${needs.data === undefined}`}
          label={t.orders_tabs()}
          className="-mx-4 px-4"
          value={search.queue}
          onValueChange={(queue) => change({ queue })}
          items={[
            { key: 'all', label: t.orders_all(), count: all },
            ...queueNames.map((key) => ({
              key,
              label: queues[key].label(t),
              count: counts && ordersIn(key, counts),
            })),
            ...attentionNames
              .filter((key) => needs.data?.[key] !== null)
              .map((key) => ({ key, label: attention[key].label(t), count: needs.data?.[key] ?? undefined })),
          ]}
        />
        <div className="flex flex-wrap items-center gap-2 pb-2">
          <SearchField
            live
            className="min-w-0 flex-1 md:max-lg:basis-full lg:w-72 lg:flex-none xl:w-80"
            label={t.orders_search_label()}
            placeholder={t.orders_search()}
            value={search.q ?? ''}
            onSearch={(q) => change({ q: q || undefined })}
          />
          <Button className="md:hidden" onPress={() => setFiltering(true)}>
            <SlidersHorizontal aria-hidden />
            {t.filters()}
            {narrowed > 0 && (
              <span className="tabular rounded-full bg-accent px-1.5 text-xs text-on-accent">{narrowed}</span>
            )}
          </Button>
          <div className="hidden flex-wrap items-center gap-2 md:flex">
            <OrderFilters search={search} onChange={change} />
            {(narrowed > 0 || search.q) && (
              <Button look="quiet" onPress={() => change(noFilters)}>
                <X aria-hidden />
                {t.filters_clear()}
              </Button>
            )}
          </div>
        </div>
      </header>
      {chosen.length > 0 && (
        <SelectionBar
          rows={chosen}
          onClear={() => setSelection(new Set())}
          onApprove={setApproving}
          onExport={mayExport ? () => exporting.exportRows(chosen) : undefined}
        />
      )}
      <div className="flex-1 border-t border-line bg-surface md:min-h-0">
        <DataTable
          dense
          className="md:h-full md:overflow-auto"
          label={t.orders_title()}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowName={(row) => row.number}
          sort={sort}
          onSort={onSort}
          selection={selection}
          onSelection={setSelection}
          onOpen={open}
          busy={orders.isPlaceholderData}
          skeletonRows={16}
          error={
            orders.error && !orders.data ? (
              <LoadError error={orders.error} onRetry={() => void orders.refetch()} />
            ) : undefined
          }
          empty={<OrdersEmpty search={search} onChange={change} />}
        />
      </div>
      <footer className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-1.5 text-sm md:px-4">
        <span className="hidden text-faint lg:block">{t.keys_hint()}</span>
        <div className="ml-auto flex flex-1 flex-wrap items-center justify-end gap-x-4 gap-y-1">
          <SelectField
            className="hidden w-34 md:flex"
            hiddenLabel
            label={t.page_size()}
            value={String(search.size)}
            onValueChange={(size) => change({ size: Number(size) as OrderSearch['size'] })}
            options={pageSizes.map((size) => ({ value: String(size), label: t.page_size_of({ count: size }) }))}
          />
          {total !== undefined && (
            <Pagination
              page={search.page}
              pageSize={search.size}
              total={total}
              onPage={(page) => change({ page })}
              summary={t.orders_count({ count: total, n: quantity(total) })}
            />
          )}
        </div>
      </footer>
      <Drawer
        side="bottom"
        open={filtering}
        onOpenChange={setFiltering}
        title={t.filters()}
        footer={
          <div className="flex gap-2">
            <Button size="lg" onPress={() => change(noFilters)}>
              {t.filters_clear()}
            </Button>
            <Button look="primary" size="lg" className="flex-1" onPress={() => setFiltering(false)}>
              {t.filters_show({ count: total ?? 0, n: quantity(total ?? 0) })}
            </Button>
          </div>
        }
      >
        <div className="flex flex-col gap-4">
          <OrderFilters labelled search={search} onChange={change} />
          <SelectField
            label={t.sort_label()}
            value={search.sort}
            onValueChange={(next) => change({ sort: next })}
            options={orderSorts.map((value) => ({
              value,
              label: {
                'placed-desc': t.sort_newest(),
                'placed-asc': t.sort_oldest(),
                'total-desc': t.sort_largest(),
                'total-asc': t.sort_smallest(),
              }[value],
            }))}
          />
        </div>
      </Drawer>
      {approving && (
        <Suspense>
          <ApproveDialog
            rows={approving}
            onClose={() => {
              setApproving(undefined);
              setSelection(new Set());
            }}
          />
        </Suspense>
      )}
    </div>
  );
};
