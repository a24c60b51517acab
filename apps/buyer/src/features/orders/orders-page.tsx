import { Link, useNavigate } from '@tanstack/react-router';
import {
  Button,
  buttonClass,
  Card,
  Checkbox,
  DataTable,
  EmptyState,
  PageHeader,
  Pagination,
  SearchField,
  SelectField,
  Tabs,
  TextField,
} from '@tradeline/ui';
import { ClipboardList } from 'lucide-react';
import { useText } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.tsx';
import { useUnread } from '../../lib/use-unread.ts';
import { useWords } from '../../lib/words.ts';
import { ExportMenu } from './export-menu.tsx';
import { orderColumns, type SortColumn, sortOf, sortText } from './order-columns.tsx';
import { listInput, type OrdersSearch, PAGE_SIZE, type Stage, stages } from './orders-search.ts';

/** Every order of mine, or of my company: by stage, word and period. */
export const OrdersPage = ({ search }: { search: OrdersSearch }) => {
  const t = useText();
  const words = useWords();
  const unread = useUnread();
  const mayExport = useMay('order.export');
  const navigate = useNavigate({ from: '/orders/' });
  const list = trpc.orders.list.useQuery(listInput(search), { placeholderData: (old) => old });
  const change = (next: Partial<OrdersSearch>) => void navigate({ search: (old) => ({ ...old, page: 1, ...next }) });
  const counts = list.data?.counts;
  const countOf = (stage: Stage) =>
    counts &&
    (stage === 'all' ? Object.values(counts) : stages[stage].map((status) => counts[status] ?? 0)).reduce(
      (sum, n) => sum + n,
      0,
    );
  const stageTexts: Record<Stage, string> = {
    all: t.orders_all(),
    open: t.orders_stage_open(),
    preparing: t.orders_stage_preparing(),
    underway: t.orders_stage_underway(),
    delivered: t.status_delivered(),
    ended: t.orders_stage_ended(),
  };
  const filtered = search.stage !== 'all' || search.q || search.from || search.to || search.unpaid;
  return (
    <>
      <PageHeader
        title={t.orders_title()}
        className="pb-2"
        actions={
          <>
            <Link to="/returns" className={buttonClass({ look: 'quiet' })}>
              {t.returns_mine()}
            </Link>
            {mayExport && list.data && list.data.total > 0 && <ExportMenu search={search} />}
          </>
        }
      />
      <Tabs
        label={t.orders_column_status()}
        className="pb-4"
        value={search.stage}
        onValueChange={(stage) => change({ stage })}
        items={(Object.keys(stages) as Stage[]).map((stage) => ({
          key: stage,
          label: stageTexts[stage],
          count: countOf(stage) || undefined,
        }))}
      />
      <div className="grid grid-cols-2 gap-2 pb-4 md:flex md:items-end">
        <SearchField
          className="col-span-2 md:w-96"
          live
          label={t.orders_search_label()}
          placeholder={t.orders_search()}
          value={search.q ?? ''}
          onSearch={(q) => change({ q: q || undefined })}
        />
        <TextField
          className="md:ml-auto md:w-40"
          label={t.orders_from()}
          type="date"
          max={search.to}
          value={search.from ?? ''}
          onChange={(event) => change({ from: event.target.value || undefined })}
        />
        <TextField
          className="md:w-40"
          label={t.orders_to()}
          type="date"
          min={search.from}
          value={search.to ?? ''}
          onChange={(event) => change({ to: event.target.value || undefined })}
        />
        <Checkbox
          className="whitespace-nowrap md:min-h-9 md:shrink-0"
          label={t.after_unpaid()}
          checked={search.unpaid}
          onCheckedChange={(unpaid) => change({ unpaid })}
        />
        <SelectField
          className="md:hidden"
          hiddenLabel
          label={t.orders_sort()}
          value={search.sort}
          onValueChange={(sort) => change({ sort })}
          options={[
            { value: 'placed-desc', label: t.orders_sort_newest() },
            { value: 'placed-asc', label: t.orders_sort_oldest() },
            { value: 'total-desc', label: t.orders_sort_total() },
            { value: 'total-asc', label: t.orders_sort_total_low() },
          ]}
        />
      </div>
      <Card className="overflow-hidden">
        <DataTable
          label={t.orders_title()}
          columns={orderColumns(words, unread.of)}
          rows={list.data?.rows}
          rowKey={(row) => row.id}
          rowName={(row) => row.number}
          sort={sortOf(search.sort)}
          onSort={(sort) => change({ sort: sortText({ ...sort, column: sort.column as SortColumn }) })}
          onOpen={(row) => void navigate({ to: '/orders/$orderId', params: { orderId: row.id }, search: {} })}
          busy={list.isPlaceholderData}
          error={
            list.error && !list.data ? <LoadError error={list.error} onRetry={() => void list.refetch()} /> : undefined
          }
          empty={
            filtered ? (
              <EmptyState
                icon={<ClipboardList aria-hidden />}
                title={t.orders_empty_title()}
                action={
                  <Button
                    onPress={() =>
                      change({ stage: 'all', q: undefined, from: undefined, to: undefined, unpaid: false })
                    }
                  >
                    {t.after_clear_filters()}
                  </Button>
                }
              >
                {t.orders_empty_body()}
              </EmptyState>
            ) : (
              <EmptyState
                icon={<ClipboardList aria-hidden />}
                title={t.orders_none_title()}
                action={
                  <Link to="/goods" className={buttonClass({ look: 'primary' })}>
                    {t.home_browse()}
                  </Link>
                }
              >
                {t.orders_none_body()}
              </EmptyState>
            )
          }
        />
      </Card>
      {list.data && list.data.total > 0 && (
        <div className="pt-4">
          <Pagination
            page={search.page}
            pageSize={PAGE_SIZE}
            total={list.data.total}
            onPage={(page) => change({ page })}
            summary={t.orders_count({ count: list.data.total })}
          />
        </div>
      )}
    </>
  );
};
