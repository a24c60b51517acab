import { Link, useNavigate } from '@tanstack/react-router';
import {
  Breadcrumbs,
  buttonClass,
  Card,
  type Column,
  DataTable,
  DateText,
  EmptyState,
  MoneyText,
  PageHeader,
  Pagination,
  SearchField,
  StatusBadge,
  Tabs,
} from '@tradeline/ui';
import { Undo2 } from 'lucide-react';
import { LoadError } from '../../lib/load-error.tsx';
import { returnReasonText, returnStateText, returnStateTone } from '../../lib/return-words.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords, type Words } from '../../lib/words.ts';
import { listInput, PAGE_SIZE, type Queue, queues, type ReturnsSearch } from './returns-search.ts';

type Row = Outputs['returns']['list']['rows'][number];

/** Every return of my company: where each stands, the latest first. */
export const ReturnsPage = ({ search }: { search: ReturnsSearch }) => {
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate({ from: '/returns/' });
  const list = trpc.returns.list.useQuery(listInput(search), { placeholderData: (old) => old });
  const change = (next: Partial<ReturnsSearch>) => void navigate({ search: (old) => ({ ...old, page: 1, ...next }) });
  const texts: Record<Queue, string> = {
    review: t.returns_tab_review(),
    arriving: t.returns_tab_arriving(),
    inspect: t.returns_tab_inspect(),
    settle: t.returns_tab_settle(),
    done: t.returns_tab_done(),
  };
  const counts = list.data?.counts;
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            steps={[
              { key: 'orders', node: <Link to="/orders">{t.orders_title()}</Link> },
              { key: 'returns', node: t.returns_title() },
            ]}
          />
        }
        title={t.returns_mine()}
        className="pb-2"
      />
      <Tabs
        label={t.returns_status()}
        className="pb-4"
        value={search.queue ?? 'all'}
        onValueChange={(queue) => change({ queue: queue === 'all' ? undefined : queue })}
        items={[
          { key: 'all' as const, label: t.returns_tab_all() },
          ...queues.map((key) => ({ key, label: texts[key], count: counts?.[key] || undefined })),
        ]}
      />
      <SearchField
        live
        className="pb-4 md:w-96"
        label={t.returns_search()}
        placeholder={t.returns_search()}
        value={search.q ?? ''}
        onSearch={(q) => change({ q: q || undefined })}
      />
      <Card className="overflow-hidden">
        <DataTable
          label={t.returns_mine()}
          columns={columns(words, list.data?.amounts === 'told')}
          rows={list.data?.rows}
          rowKey={(row) => row.id}
          rowName={(row) => row.number}
          onOpen={(row) => void navigate({ to: '/returns/$returnId', params: { returnId: row.id } })}
          busy={list.isPlaceholderData}
          error={
            list.error && !list.data ? <LoadError error={list.error} onRetry={() => void list.refetch()} /> : undefined
          }
          empty={
            <EmptyState
              icon={<Undo2 aria-hidden />}
              title={t.returns_empty_title()}
              action={
                <Link to="/orders" search={{ stage: 'delivered' }} className={buttonClass({ look: 'secondary' })}>
                  {t.returns_to_orders()}
                </Link>
              }
            >
              {t.returns_empty_body()}
            </EmptyState>
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
            summary={t.returns_count({ count: list.data.total })}
          />
        </div>
      )}
    </>
  );
};

const columns = ({ t, quantity }: Words, told: boolean): Column<Row>[] => [
  {
    id: 'number',
    header: t.returns_number(),
    card: 'title',
    cell: (row) => (
      <Link
        to="/returns/$returnId"
        params={{ returnId: row.id }}
        className="tabular font-medium whitespace-nowrap text-accent-ink hover:underline"
      >
        {row.number}
      </Link>
    ),
  },
  {
    id: 'status',
    header: t.returns_status(),
    card: 'aside',
    cell: (row) => <StatusBadge tone={returnStateTone(row.state)}>{returnStateText(row.state, t)}</StatusBadge>,
  },
  {
    id: 'order',
    header: t.returns_order(),
    cell: (row) => <span className="tabular whitespace-nowrap">{row.orderNumber}</span>,
  },
  { id: 'reason', header: t.returns_reason(), cell: (row) => returnReasonText(row.reason, t) },
  { id: 'units', header: t.returns_units(), align: 'end', cell: (row) => quantity(row.units) },
  { id: 'at', header: t.returns_requested_at(), cell: (row) => <DateText at={row.requestedAt} /> },
  ...(told
    ? [
        {
          id: 'granted',
          header: t.returns_granted(),
          align: 'end' as const,
          cell: (row: Row) =>
            row.state === 'refunded' ? <MoneyText amount={row.granted} currency={row.currency} /> : '–',
        },
      ]
    : []),
];
